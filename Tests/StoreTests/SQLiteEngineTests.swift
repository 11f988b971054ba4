import Base
import Foundation
import SQLiteStore
import Store
import Testing

@Suite struct SQLiteEngineTests {
    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plenaria-test-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test("the writer runs with synchronous=FULL and the write-ahead log, also after writes")
    func full() async throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let engine = try SQLiteEngine(path: folder.path + "/a.sqlite")
        #expect(try await engine.writerPragma("synchronous") == 2)
        _ = try await engine.write { try $0.script("CREATE TABLE t (id INTEGER)") }
        #expect(try await engine.writerPragma("synchronous") == 2)
        #expect(try await engine.writerPragma("foreign_keys") == 1)
        await engine.close()
    }

    @Test("a second start on the same data is refused with words that name the process, and may come after the first ended")
    func lock() async throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path + "/a.sqlite"
        let engine = try SQLiteEngine(path: path)
        do {
            _ = try SQLiteEngine(path: path)
            Issue.record("the second start was to be refused")
        } catch StoreError.refused(let words) {
            #expect(words.contains("already running"))
            #expect(words.contains("process \(ProcessInfo.processInfo.processIdentifier)"))
        }
        await engine.close()
        await (try SQLiteEngine(path: path)).close()
    }

    @Test("a version with the WAL-reset defect is warned of")
    func warning() async throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let engine = try SQLiteEngine(path: folder.path + "/a.sqlite")
        let parts = engine.version.split(whereSeparator: { $0 == " " || $0 == "." }).compactMap { Int($0) }
        let isOld = (parts[0], parts[1], parts[2]) < (3, 51, 3)
        #expect(engine.warnings.isEmpty == !isOld)
        await engine.close()
    }

    @Test("a file that is no database is refused")
    func garbage() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(repeating: 65, count: 8192).write(to: folder.appending(path: "a.sqlite"))
        #expect(throws: StoreError.self) { try SQLiteEngine(path: folder.path + "/a.sqlite") }
    }
}
