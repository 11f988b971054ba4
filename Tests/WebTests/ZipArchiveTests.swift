import Foundation
import Testing

@testable import Web

@Suite("ZIP files")
struct ZipArchiveTests {
    @Test("Python's reader finds the same names and bytes, and no fault")
    func readable() throws {
        let files = [(name: "personal-data.json", bytes: Array("{}".utf8)), (name: "肖像.jpg", bytes: (0...255).map { UInt8($0) })]
        let bytes = try ZipArchive.bytes(files + [(name: "empty", bytes: [])])
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("plenaria-\(UUID()).zip")
        try Data(bytes).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let script = """
            import sys, zipfile
            z = zipfile.ZipFile(sys.argv[1])
            assert z.testzip() is None
            print([(n, len(z.read(n))) for n in z.namelist()])
            """
        process.arguments = ["python3", "-c", script, path.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(said == "[('personal-data.json', 2), ('肖像.jpg', 256), ('empty', 0)]\n")
    }

    @Test("the same files give the same bytes")
    func same() throws {
        let files = [(name: "a", bytes: [UInt8(1)])]
        #expect(try ZipArchive.bytes(files) == ZipArchive.bytes(files))
    }
}
