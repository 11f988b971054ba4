import CompositeIndex
import Foundation

/// What the tests of reading and writing share: files of the corpus, and short ways to read a text.
enum ReadingStage {
    static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/corpus/index")

    static var hasCorpus: Bool { FileManager.default.fileExists(atPath: corpus.appending(path: "asem/iData.csv").path) }

    static func file(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: corpus.appending(path: path))) }

    static func grid(_ path: String) throws -> Grid {
        guard let grid = try TableReader.read(file(path), name: path).first else { throw Problems([]) }
        return grid
    }

    static func grid(text: String, name: String = "data.csv") throws -> Grid {
        guard let grid = try TableReader.read(Array(text.utf8), name: name).first else { throw Problems([]) }
        return grid
    }

    static func reading(_ data: String, _ framework: String? = nil, names: ColumnNames = ColumnNames()) throws -> Reading {
        try IndexReader.read(
            data: grid(text: data), framework: framework.map { try grid(text: $0, name: "meta.csv") }, names: names)
    }

    /// The rule and the cell of each problem: `number-text data.csv B7`.
    static func told(_ problems: [Problem]) -> [String] {
        problems.map { "\($0.rule) \($0.place?.description ?? "nowhere")" }
    }
}
