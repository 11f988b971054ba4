import Foundation
import Testing

@testable import Paper

/// A printed file as other programs read it: poppler draws it and takes its words out, zbar reads its codes.
/// `bin/setup --tests` brings both.
struct PaperReading {
    private let path: String

    init(_ paper: PrintedPaper) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("plenaria-paper-\(UUID().uuidString).pdf").path
        try Data(paper.bytes).write(to: URL(fileURLWithPath: path))
    }

    func close() { try? FileManager.default.removeItem(atPath: path) }

    func text() throws -> String { String(decoding: try run("pdftotext", [path, "-"]), as: UTF8.self) }

    /// Each line of `pdfinfo`, by what stands before its colon.
    func facts() throws -> [String: String] {
        let lines = String(decoding: try run("pdfinfo", [path]), as: UTF8.self).split(separator: "\n")
        return Dictionary(
            lines.map { line in
                let parts = line.split(separator: ":", maxSplits: 1)
                return (String(parts[0]), parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : "")
            }, uniquingKeysWith: { first, _ in first })
    }

    /// What the codes of a page say, read from a picture of 150 dots an inch.
    func codes(page: Int = 1) throws -> [String] {
        let picture = path + "-\(page).pgm"
        defer { try? FileManager.default.removeItem(atPath: picture) }
        try Data(draw(page: page, dots: 150)).write(to: URL(fileURLWithPath: picture))
        return try PaperReading.codes(inPicture: picture)
    }

    static func codes(inPicture path: String) throws -> [String] {
        let read = try run("zbarimg", ["--nodbus", "--raw", "--quiet", "-Sdisable", "-Sqrcode.enable", path])
        return String(decoding: read, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// A page as a picture of grey values.
    func picture(page: Int = 1, dots: Int = 72) throws -> GreyPicture {
        try #require(GreyPicture(pgm: draw(page: page, dots: dots)))
    }

    private func draw(page: Int, dots: Int) throws -> [UInt8] {
        Array(try run("pdftoppm", ["-r", "\(dots)", "-gray", "-f", "\(page)", "-l", "\(page)", path]))
    }

    private func run(_ tool: String, _ arguments: [String]) throws -> Data { try PaperReading.run(tool, arguments) }

    /// Standard output. A tool that complains has read something that it should not have had to read.
    private static func run(_ tool: String, _ arguments: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/\(tool)")
        process.arguments = arguments
        let (out, complaints) = (Pipe(), Pipe())
        process.standardOutput = out
        process.standardError = complaints
        try process.run()
        let read = out.fileHandleForReading.readDataToEndOfFile()
        let said = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0 && said.isEmpty, "\(tool): \(said)")
        return read
    }
}

/// Grey values of a page, 0 black.
struct GreyPicture {
    let width: Int
    let height: Int
    private let values: [UInt8]

    /// Netpbm's binary grey map, as pdftoppm writes it.
    init?(pgm: [UInt8]) {
        var parts: [Int] = []
        var place = 2
        guard pgm.starts(with: Array("P5".utf8)) else { return nil }
        while parts.count < 3, place < pgm.count {
            while place < pgm.count, pgm[place] <= 0x20 { place += 1 }
            let digits = pgm[place...].prefix { $0 > 0x20 }
            guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
            parts.append(number)
            place += digits.count
        }
        guard parts.count == 3, pgm.count == place + 1 + parts[0] * parts[1] else { return nil }
        (width, height) = (parts[0], parts[1])
        values = Array(pgm[(place + 1)...])
    }

    func isInked(_ x: Int, _ y: Int) -> Bool { values[y * width + x] < 250 }

    /// Whether anything is drawn within, in pixels.
    func hasInk(in box: PaperBox) -> Bool {
        let columns = max(0, Int(box.x))..<min(width, max(1, Int(box.maxX.rounded(.up))))
        let rows = max(0, Int(box.y))..<min(height, max(1, Int(box.maxY.rounded(.up))))
        return rows.contains { y in columns.contains { isInked($0, y) } }
    }
}
