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

    @Test("a full disk fails the whole group and leaves what was acknowledged before")
    func fullDisk() async throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let engine = try SQLiteEngine(path: folder.path + "/a.sqlite")
        let database = Store.Database(engine)
        try await engine.write {
            try $0.script("CREATE TABLE t (id INTEGER PRIMARY KEY, body BLOB NOT NULL)")
            try $0.script("PRAGMA max_page_count = 60")
        }
        let kept = await withTaskGroup(of: Int?.self) { group in
            for id in 0..<200 {
                group.addTask {
                    let body = [UInt8](repeating: 7, count: 2000)
                    do {
                        try await database.group { try $0.execute("INSERT INTO t (id, body) VALUES (\(id), \(body))") }
                        return id
                    } catch StoreError.full { return nil } catch {
                        Issue.record("\(error)")
                        return nil
                    }
                }
            }
            return await group.reduce(into: Set<Int>()) { if let id = $1 { $0.insert(id) } }
        }
        #expect(kept.count < 200)
        let there = Set(try await database.read { try $0.rows("SELECT id FROM t").map { try $0.int("id") } })
        #expect(kept == there)
        await database.close()
    }
}
