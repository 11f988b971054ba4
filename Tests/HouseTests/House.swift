import Foundation

/// The house as text: every rule of this target reads it from here, and reads it once.
struct House {
    /// Swift files below `Sources` and `Tests`, in the order of their paths.
    let files: [SwiftFile]
    let folder: URL

    static let ours = House(folder: root)

    init(folder: URL) {
        self.folder = folder
        files = ["Sources", "Tests"].flatMap { House.paths(below: $0, in: folder) }
            .filter { $0.hasSuffix(".swift") }
            .compactMap { path in House.text(path, in: folder).map { SwiftFile(path: path, text: $0) } }
    }

    var sources: [SwiftFile] { files.filter { $0.path.hasPrefix("Sources/") } }
    var tests: [SwiftFile] { files.filter { $0.path.hasPrefix("Tests/") } }

    /// The text of any file of the repository; nil if it does not exist.
    func text(_ path: String) -> String? { House.text(path, in: folder) }
    func paths(below path: String) -> [String] { House.paths(below: path, in: folder) }

    private static var root: URL {
        URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    private static func text(_ path: String, in folder: URL) -> String? {
        try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    /// Fixtures are foreign texts and no part of the house.
    private static func paths(below path: String, in folder: URL) -> [String] {
        let found = FileManager.default.enumerator(atPath: folder.appendingPathComponent(path).path)
        let names = (found?.allObjects as? [String]) ?? []
        return names.filter { !$0.contains("Fixtures/") }.sorted().map { path + "/" + $0 }
    }
}

/// One Swift file, with its comments and strings told apart from its code.
struct SwiftFile {
    /// From the root of the repository: `Sources/Base/Instant.swift`.
    let path: String
    let text: String
    let reading: SwiftReading

    init(path: String, text: String) {
        self.path = path
        self.text = text
        reading = SwiftReading(text)
    }

    /// `Instant` of `Sources/Base/Instant.swift`.
    var name: String { String(fileName.dropLast(".swift".count)) }
    var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
    /// `Base` of `Sources/Base/Instant.swift`.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    var lineCount: Int { text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) + (text.hasSuffix("\n") || text.isEmpty ? 0 : 1) }

    /// The modules that the file imports, with their lines.
    var imports: [(module: String, line: Int)] {
        reading.codeLines.enumerated().compactMap { index, line in
            guard line.contains("import") else { return nil }
            let words = line.split(whereSeparator: { $0 == " " || $0 == ";" }).filter { !$0.hasPrefix("@") }.map(String.init)
            let bare = words.drop { ["package", "internal", "private", "fileprivate", "public"].contains($0) }
            guard bare.first == "import", var module = bare.dropFirst().first else { return nil }
            let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
            if kinds.contains(module), let next = bare.dropFirst(2).first { module = next }
            return (String(module.split(separator: ".")[0]), index + 1)
        }
    }
}

/// What a rule found, as people read it: `Sources/Base/Instant.swift:12: words`.
struct Violation: Equatable, CustomStringConvertible {
    let path: String
    let line: Int
    let words: String
    init(_ path: String, _ line: Int, _ words: String) {
        self.path = path
        self.line = line
        self.words = words
    }
    var description: String { "\(path):\(line): \(words)" }
}

extension [Violation] {
    /// Every violation on a line of its own, for the failure message.
    var listed: String { map(\.description).joined(separator: "\n") }
}
