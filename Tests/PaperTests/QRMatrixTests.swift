import Foundation
import Testing

@testable import Paper

@Suite("QR codes")
struct QRMatrixTests {
    @Test("a code has finder patterns in three corners")
    func finder() throws {
        let matrix = try QRMatrix("https://example.org/v/ABC")
        for (x, y) in [(0, 0), (matrix.side - 7, 0), (0, matrix.side - 7)] {
            #expect((0..<7).allSatisfy { matrix[x + $0, y] && matrix[x, y + $0] && matrix[x + $0, y + 6] })
            #expect(!matrix[x + 1, y + 1] && matrix[x + 3, y + 3])
        }
    }

    @Test(
        "the path of a page draws the same modules, and a reader reads them", arguments: ["A", PaperSamples.code, "Sukarno, 张三丰"])
    func path(text: String) throws {
        let matrix = try QRMatrix(text, level: .quartile)
        let path = QRPath(matrix)
        #expect(path.d.utf8.allSatisfy { "0123456789Mhvz -".utf8.contains($0) })
        var dark = Set<Int>()
        for run in path.d.split(separator: "z") {
            let parts = run.dropFirst().split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
            try #require(parts.count == 5 && parts[3] == 1 && parts[2] == parts[4])
            for x in parts[0]..<(parts[0] + parts[2]) { dark.insert(parts[1] * path.side + x) }
        }
        let zoom = 6
        let edge = path.side * zoom
        var picture = Array("P5 \(edge) \(edge) 255\n".utf8)
        for y in 0..<edge { for x in 0..<edge { picture.append(dark.contains(y / zoom * path.side + x / zoom) ? 0 : 255) } }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("plenaria-qr-\(UUID().uuidString).pgm")
        try Data(picture).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try PaperReading.codes(inPicture: file.path) == [text])
    }

    @Test("what is empty or too long is refused")
    func refused() throws {
        #expect(throws: PaperFault.unfitForCode("")) { try QRMatrix("") }
        #expect(throws: PaperFault.unfitForCode("a\0b")) { try QRMatrix("a\0b") }
        #expect(try QRMatrix(String(repeating: "x", count: 2331)).side == 177)
        #expect(throws: PaperFault.self) { try QRMatrix(String(repeating: "x", count: 2332)) }
        #expect(throws: PaperFault.self) { try QRMatrix(String(repeating: "长", count: 100_000)) }
    }
}
