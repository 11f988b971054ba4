import Base

/// What can be found in one release, in all its languages.
///
/// It lives in memory beside the release, which never changes: some hundred sessions of some hundred words are a few
/// hundred kilobytes, and a lookup is two binary searches. A full-text table (FTS5, tsvector) would have to be filled at
/// every release, kept for old ones and asked in two dialects, for an answer that is slower than this one; it is for what
/// grows without end, as materials and minutes do.
package struct SearchIndex: Sendable {
    /// Rising; `postings` says which sessions hold each.
    private let tokens: [String]
    private let postings: [[Int32]]
    private let sessions: [Identifier]

    package init(_ release: Release) {
        let programme = release.programme
        let rooms = Dictionary(programme.rooms.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let tracks = Dictionary(programme.tracks.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        sessions = programme.sessions.map(\.id)
        var found: [String: [Int32]] = [:]
        for (number, session) in programme.sessions.enumerated() {
            let places = [session.room.flatMap { rooms[$0] }, session.track.flatMap { tracks[$0] }].compactMap(\.self)
            let localized =
                [session.title, session.detail.subtitle, session.abstract, session.detail.description, session.section]
                + places + session.slots.map(\.title)
            let people = session.appearances.flatMap { [$0.name, $0.affiliation] }
            for text in localized.flatMap({ Array($0.texts.values) }) + people {
                for piece in SearchTokens.pieces(text) where found[piece.token]?.last != Int32(number) {
                    found[piece.token, default: []].append(Int32(number))
                }
            }
        }
        let sorted = found.sorted { SearchIndex.precedes($0.key, $1.key) }
        tokens = sorted.map(\.key)
        postings = sorted.map(\.value)
    }

    /// The sessions that meet every part of the wish.
    package func sessions(for wish: SearchTokens.Wish) -> Set<Identifier> {
        var left: Set<Int32>?
        func keep(_ some: Set<Int32>) { left = left.map { $0.intersection(some) } ?? some }
        for token in wish.whole { keep(holding(token)) }
        for token in wish.beginnings { keep(beginning(token)) }
        return Set((left ?? []).map { sessions[Int($0)] })
    }

    private func holding(_ token: String) -> Set<Int32> {
        let index = start(of: token)
        return index < tokens.count && tokens[index] == token ? Set(postings[index]) : []
    }
    private func beginning(_ token: String) -> Set<Int32> {
        var out: Set<Int32> = []
        var index = start(of: token)
        while index < tokens.count, tokens[index].utf8.starts(with: token.utf8) {
            out.formUnion(postings[index])
            index += 1
        }
        return out
    }
    private func start(of token: String) -> Int {
        var (low, high) = (0, tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if SearchIndex.precedes(tokens[middle], token) { low = middle + 1 } else { high = middle }
        }
        return low
    }
    /// By bytes: whatever begins with a token follows it at once.
    private static func precedes(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
}
