import Base
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Store
import TestKit
import Testing

@testable import Web

@Suite struct StoredFileTests {
    private let all: [UInt8] = Array("%PDF-1.7\n".utf8) + (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

    @Test("a file comes back byte for byte, whole and in parts, and is gone when it is deleted", arguments: Backend.available)
    func store(backend: Backend) async throws {
        try await WebWorld.with(backend) { world in
            let upload = UploadedFile(field: "f", name: "Grüße.pdf", bytes: all)
            let file = try await world.database.write { try StoredFileStore.insert(upload, in: $0) }
            try await world.database.read { (tx) throws in
                #expect(try StoredFileStore.find(file.id, in: tx) == file)
                #expect(file.type == .pdf)
                #expect(file.size == all.count)
                #expect(try StoredFileStore.bytes(file.id, in: tx) == all)
                #expect(try StoredFileStore.bytes(file.id, 5..<300, in: tx) == Array(all[5..<300]))
            }
            try await world.database.write { try StoredFileStore.delete(file.id, in: $0) }
            try await world.database.read { (tx) throws in
                #expect(try StoredFileStore.find(file.id, in: tx) == nil)
                #expect(try StoredFileStore.bytes(file.id, in: tx) == nil)
            }
            let empty = try await world.database.write {
                try StoredFileStore.insert(UploadedFile(field: "f", name: "", bytes: []), in: $0)
            }
            #expect(try await world.database.read { try StoredFileStore.bytes(empty.id, in: $0) } == [])
        }
    }

    @Test("a download is an attachment in a sandbox, with its tag, in whole, in part or not again")
    func download() async throws {
        try await WebWorld.with(.sqlite) { world in
            let upload = UploadedFile(field: "f", name: "Grü\"ße.pdf", bytes: all)
            let file = try await world.database.write { try StoredFileStore.insert(upload, in: $0) }
            try await world.client([route("/f", file)]) { client in
                let whole = try await client.execute(uri: "/f", method: .get, headers: [.acceptEncoding: "gzip"])
                #expect(whole.status == .ok)
                #expect(Array(whole.body.readableBytesView) == all)
                #expect(whole.headers[values: .contentSecurityPolicy] == ["sandbox; default-src 'none'"])
                #expect(whole.headers[.xContentTypeOptions] == "nosniff")
                #expect(whole.headers[SecurityHeaders.name("Cross-Origin-Resource-Policy")] == "same-origin")
                #expect(
                    whole.headers[.contentDisposition]
                        == "attachment; filename=\"Gr___e.pdf\"; filename*=UTF-8''Gr%C3%BC%22%C3%9Fe.pdf")
                #expect(whole.headers[.cacheControl] == "private, no-cache")
                let tag = try #require(whole.headers[.eTag])
                #expect(tag == "\"\(file.sha256)\"")
                let part = try await client.execute(uri: "/f", method: .get, headers: [.range: "bytes=10-19", .ifRange: tag])
                #expect(part.status == .partialContent)
                #expect(part.headers[.contentRange] == "bytes 10-19/\(all.count)")
                #expect(Array(part.body.readableBytesView) == Array(all[10..<20]))
                let changed = try await client.execute(
                    uri: "/f", method: .get, headers: [.range: "bytes=10-19", .ifRange: "\"x\""])
                #expect(changed.status == .ok)
                let beyond = try await client.execute(uri: "/f", method: .get, headers: [.range: "bytes=99999-"])
                #expect(beyond.status == .rangeNotSatisfiable)
                #expect(beyond.headers[.contentRange] == "bytes */\(all.count)")
                let known = try await client.execute(uri: "/f", method: .get, headers: [.ifNoneMatch: tag, .range: "bytes=0-1"])
                #expect(known.status == .notModified)
                #expect(known.body.readableBytes == 0)
                let head = try await client.execute(uri: "/f", method: .head, headers: [.range: "bytes=0-1"])
                #expect(head.status == .ok)
                #expect(head.headers[.contentLength] == "\(all.count)")
            }
        }
    }

    @Test("only pictures are shown in a page, and never a page that calls itself a picture")
    func inline() async throws {
        try await WebWorld.with(.sqlite) { world in
            let picture = UploadedFile(field: "f", name: "a.png", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
            let page = UploadedFile(field: "f", name: "b.png", bytes: Array("<html><script>alert(1)</script>".utf8))
            let text = UploadedFile(field: "f", name: "c.txt", bytes: Array(String(repeating: "Text. ", count: 900).utf8))
            let files = try await world.database.write { tx in
                try [picture, page, text].map { try StoredFileStore.insert($0, in: tx) }
            }
            let routes = zip(["/a", "/b", "/c"], files).map { route($0.0, $0.1, isInline: true) }
            try await world.client(routes) { client in
                let shown = try await client.execute(uri: "/a", method: .get)
                #expect(shown.headers[.contentDisposition]?.hasPrefix("inline") == true)
                #expect(shown.headers[.contentType] == "image/png")
                let saved = try await client.execute(uri: "/b", method: .get)
                #expect(saved.headers[.contentDisposition]?.hasPrefix("attachment") == true)
                #expect(saved.headers[.contentType] == "application/octet-stream")
                let plain = try await client.execute(uri: "/c", method: .get, headers: [.acceptEncoding: "gzip"])
                #expect(plain.headers[.contentEncoding] == nil, "a range counts the bytes of the file itself")
                #expect(plain.headers[.contentType] == "text/plain; charset=utf-8")
            }
        }
    }

    private func route(_ path: String, _ file: StoredFile, isInline: Bool = false) -> Route {
        Route(.get, path, .anyone) { try await .download(file, to: $0, isInline: isInline) }
    }
}
