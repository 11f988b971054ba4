import Base
import Formats
import Testing

@testable import Convene

@Suite struct ImportedLinkTests {
    @Test(
        "An address is whole, or made whole by the schedule's own",
        arguments: [
            ("https://a.example/x", "", "https://a.example/x"), ("http://a.example/x", "", "http://a.example/x"),
            ("/files/a.pdf", "https://b.example/2026/schedule.xml", "https://b.example/files/a.pdf"),
            ("files/a.pdf", "https://b.example/2026/schedule.xml", "https://b.example/2026/files/a.pdf"),
            ("files/a.pdf", "https://b.example", "https://b.example/files/a.pdf"),
        ])
    func address(_ url: String, _ site: String, _ expected: String) {
        #expect(ImportedLink(ForeignEvent.Link(title: "", url: url), isFile: false, site: site)?.url == expected)
    }

    @Test(
        "What leads nowhere is none",
        arguments: [
            ("files/a.pdf", ""), ("files/a.pdf", "ftp://b.example/"), ("javascript://x", ""), ("https://", ""),
            ("https://a.example/\u{202E}", ""), ("https://a.example/" + String(repeating: "x", count: 1_000), ""),
        ])
    func nowhere(_ url: String, _ site: String) {
        #expect(ImportedLink(ForeignEvent.Link(title: "", url: url), isFile: true, site: site) == nil)
    }

    @Test("What is here already is not added again, and neither is a file of ours that comes back in an export")
    func here() throws {
        let session = SiteSample.id(1)
        let own = "/e/gmc/s/\(session)/materials/\(SiteSample.id(2))"
        var links = ImportedLinks(here: [session: [own, "https://a.example/1"]])
        let theirs = try ["https://us.example\(own)", "https://a.example/1", "https://a.example/2", "https://a.example/2"].map {
            try #require(ImportedLink(ForeignEvent.Link(title: "", url: $0), isFile: false, site: ""))
        }
        let changes = links.settle(session, base: [], theirs: theirs)
        #expect(changes && links.added[session]?.map(\.url) == ["https://a.example/2"])
        #expect(links.count == 1 && links.removed.isEmpty)
    }

    @Test("A session takes no more than it may hold") func most() throws {
        let session = SiteSample.id(1)
        var links = ImportedLinks(here: [session: (0..<50).map { "https://a.example/old/\($0)" }])
        let theirs = try (0..<40).map { number in
            try #require(
                ImportedLink(ForeignEvent.Link(title: "", url: "https://a.example/\(number)"), isFile: false, site: ""))
        }
        _ = links.settle(session, base: [], theirs: theirs)
        #expect(links.count == Material.most - 50)
    }
}
