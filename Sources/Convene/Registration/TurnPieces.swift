import Base

/// A finished page of the line, cut where the address of somebody's turn stands in it: making it whole for her takes no longer than
/// copying it. Thousands ask for it in one second.
struct TurnPieces: Sendable {
    /// A key and an instant as they stand in the page that is cut: no text of a page has them.
    static let key = "kkkkkkkkkkkkkkkkkkkkkkkk-turn"
    static let since = Instant(milliseconds: 7_777_777_777_777)

    private let pieces: [ArraySlice<UInt8>]
    /// What stands between two pieces: the key, else the instant.
    private let isKey: [Bool]

    /// `page` was made for `TurnPieces.key` and `TurnPieces.since`.
    init(_ page: [UInt8]) {
        let marks = [Array(TurnPieces.key.utf8), Array(String(TurnPieces.since.milliseconds).utf8)]
        var pieces: [ArraySlice<UInt8>] = []
        var isKey: [Bool] = []
        var start = 0
        var index = 0
        while index < page.count {
            if let mark = marks.indices.first(where: { page[index...].starts(with: marks[$0]) }) {
                pieces.append(page[start..<index])
                isKey.append(mark == 0)
                index += marks[mark].count
                start = index
            } else {
                index += 1
            }
        }
        self.pieces = pieces + [page[start...]]
        self.isKey = isKey
    }

    /// The page of whoever has the key, which must be one (`isKey`), and pressed at that instant.
    func page(_ key: String, since: Instant) -> [UInt8] {
        let (key, since) = (Array(key.utf8), Array(String(since.milliseconds).utf8))
        var page: [UInt8] = []
        page.reserveCapacity(pieces.reduce(0) { $0 + $1.count } + isKey.count * key.count)
        for (index, piece) in pieces.enumerated() {
            page += piece
            if index < isKey.count { page += isKey[index] ? key : since }
        }
        return page
    }

    /// A key as our forms have it: base64url, which is itself in addresses and in markup.
    static func isKey(_ text: String) -> Bool {
        (22...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (65...90).contains($0) || (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 95
            }
    }

    /// The number before somebody as it is shown: the fewer they are the finer, so that few pages are made.
    static func shown(_ ahead: Int) -> Int {
        let step = ahead < 20 ? 1 : ahead < 200 ? 10 : ahead < 2000 ? 100 : 500
        return (ahead + step - 1) / step * step
    }
}
