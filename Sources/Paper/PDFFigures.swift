import Foundation

/// Words for the figures of a tagged file: Cairo writes each figure's step of the structure in the order in which they were
/// drawn, and no words.
enum PDFFigures {
    private static let begin = Array("<< /Type /StructElem\n   /S /Figure\n".utf8)

    /// The numbers of the steps, and each as it is to be. None if they are not as many as there are words.
    static func described(in bytes: [UInt8], _ words: [String]) -> [(id: Int, object: String)] {
        guard !words.isEmpty else { return [] }
        let found = places(in: bytes)
        guard found.count == words.count else { return [] }
        return zip(found, words).compactMap { place, words in
            let before = String(decoding: bytes[max(0, place - 20)..<place], as: UTF8.self)
            let after = String(decoding: bytes[place..<min(bytes.count, place + 400)], as: UTF8.self)
            guard before.hasSuffix(" 0 obj\n"), let line = before.dropLast().split(separator: "\n").last,
                let id = Int(line.dropLast(6)), let end = after.firstRange(of: ">>\n")
            else { return nil }
            return (id, "\(id) 0 obj\n\(after[..<end.lowerBound])   /Alt <\(hexadecimal(words))>\n>>\nendobj\n")
        }
    }

    private static func places(in bytes: [UInt8]) -> [Int] {
        let data = Data(bytes)
        let mark = Data(begin)
        var places: [Int] = []
        var from = 0
        while let found = data.range(of: mark, in: from..<data.count) {
            places.append(found.lowerBound)
            from = found.upperBound
        }
        return places
    }

    /// UTF-16 with its mark, as the format wants what is not ASCII.
    private static func hexadecimal(_ words: String) -> String {
        "FEFF"
            + words.utf16.map { unit in
                let digits = String(unit, radix: 16, uppercase: true)
                return String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
    }
}
