import Base
import Convene
import Foundation
import Store
import TestKit
import Testing

@testable import App

/// The copy of a site in a folder: each way in it leads to a file of it.
@Suite struct SiteCopyTests {
    private func copied(_ backend: Backend, _ languages: [Language], _ body: @Sendable (URL, SiteCopy.Outcome) throws -> Void)
        async throws
    {
        try await AppWorld.with(backend) { world in
            let folder = FileManager.default.temporaryDirectory.appending(path: "plenaria-copy-" + UUID().uuidString)
            defer { try? FileManager.default.removeItem(at: folder) }
            let outcome = try await SiteCopy(world.house, world.event, languages: languages).write(to: folder)
            try body(folder, outcome)
        }
    }

    private func files(_ folder: URL) -> [String] {
        (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).filter {
            var isFolder: ObjCBool = false
            FileManager.default.fileExists(atPath: folder.appending(path: $0).path, isDirectory: &isFolder)
            return !isFolder.boolValue
        }
    }

    private func addresses(_ nodes: [CopyElement.Node]) -> [String] {
        nodes.flatMap { node -> [String] in
            guard case .element(let element) = node else { return [] }
            return ["href", "src", "poster", "action"].compactMap { element[$0] } + addresses(element.children)
        }
    }
    private func ids(_ nodes: [CopyElement.Node]) -> Set<String> {
        nodes.reduce(into: []) { found, node in
            guard case .element(let element) = node else { return }
            if let id = element["id"] { found.insert(id) }
            found.formUnion(ids(element.children))
        }
    }

    @Test("Every address of the copy resolves to a file of it, places within pages too", .timeLimit(.minutes(15)))
    func links() async throws {
        try await copied(.sqlite, [.en, .ar]) { folder, outcome in
            let all = files(folder)
            #expect(all.count == outcome.files && outcome.pages > 40)
            for name in [
                "index.html", "en/index.html", "en/programme.html", "ar/programme.html", "en/programme.ics", "en/schedule.json",
            ] {
                #expect(all.contains(name), "\(name)")
            }
            let pages = try Dictionary(
                uniqueKeysWithValues: all.filter { $0.hasSuffix(".html") }.map { name in
                    (name, CopyReader.nodes([UInt8](try Data(contentsOf: folder.appending(path: name)))))
                })
            let places = pages.mapValues(ids)
            let known = Set(all)
            var checked = 0
            for (name, nodes) in pages {
                for address in addresses(nodes) where !address.hasPrefix("http") && !address.hasPrefix("mailto:") {
                    checked += 1
                    #expect(!address.hasPrefix("/") && !address.contains("?"), "\(name): \(address)")
                    let parts = address.split(separator: "#", omittingEmptySubsequences: false).map { String($0) }
                    let target =
                        parts[0].isEmpty
                        ? name
                        : URL(fileURLWithPath: "/" + name).deletingLastPathComponent()
                            .appending(path: parts[0]).standardized.path.dropFirst().description
                    #expect(known.contains(target), "\(name): \(address) → \(target)")
                    if parts.count > 1 { #expect(places[target]?.contains(parts[1]) == true, "\(name): \(address)") }
                }
            }
            #expect(checked > 500)
        }
    }

    @Test("Nothing that only lives is in the copy: no form, no script, no way to sign in", .timeLimit(.minutes(15)))
    func dead() async throws {
        try await copied(.sqlite, [.fr]) { folder, _ in
            for name in files(folder) where name.hasSuffix(".html") {
                let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                for part in ["<form", "<button", "type=\"module\"", "/sign-in", "/mine", " hidden"] {
                    #expect(!text.contains(part), "\(name): \(part)")
                }
                #expect(text.contains("lang=\"fr\"") && text.contains("plenaria.css"))
            }
        }
    }

    @Test("A folder that holds something is left alone") func full() async throws {
        try await AppWorld.with(.sqlite) { world in
            let folder = FileManager.default.temporaryDirectory.appending(path: "plenaria-copy-" + UUID().uuidString)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            try Data("mine".utf8).write(to: folder.appending(path: "index.html"))
            await #expect(throws: StoreError.self) {
                _ = try await SiteCopy(world.house, world.event, languages: [.en]).write(to: folder)
            }
            #expect(try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8) == "mine")
        }
    }

    @Test(
        "Relative ways between files",
        arguments: [
            ("en/index.html", "static/a.css", "../static/a.css"), ("en/s/1.html", "en/programme.html", "../programme.html"),
            ("index.html", "en/s/1.html", "en/s/1.html"), ("en/a.html", "en/b.html", "b.html"),
            ("en/s/1.html", "fr/s/1.html", "../../fr/s/1.html"),
        ])
    func relative(_ from: String, _ to: String, _ way: String) { #expect(CopyAddress.relative(from: from, to: to) == way) }

    @Test("A page that is read and written is the same") func unchanged() {
        let page =
            "<!doctype html>\n<html lang=\"en\"><p hidden>a &amp; <b class=\"x &quot;y&quot;\">b</b><br></p><svg><circle r=\"1\" /></svg><script type=\"x\">a<b</script></html>\n"
        #expect(CopyElement.text(CopyReader.nodes(Array(page.utf8))) == page)
    }
}
