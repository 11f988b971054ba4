import Base
import HTML
import Testing
import Web

@testable import Convene

@Suite("Files as materials, by their content")
struct MaterialContentTests {
    private func refusal(_ file: UploadedFile, _ kind: MaterialKind) -> Refusal? {
        do {
            try MaterialContent.check(file.name, type: file.type.rawValue, bytes: file.bytes, for: kind)
            return nil
        } catch { return error as? Refusal }
    }

    @Test("what fits is taken, whatever its name says")
    func fitting() {
        #expect(refusal(MaterialStage.pdf, .slides) == nil)
        #expect(refusal(MaterialStage.upload("talk.exe", MaterialStage.pdf.bytes), .paper) == nil)
        #expect(refusal(MaterialStage.video, .recording) == nil)
        #expect(refusal(MaterialStage.vtt, .captions) == nil)
        #expect(refusal(MaterialStage.srt, .captions) == nil)
        #expect(refusal(MaterialStage.upload("notes.md", "Some notes"), .handout) == nil)
    }

    @Test(
        "what does not fit is refused with what it looks like",
        arguments: [
            ("slides.pdf", Array("<!doctype html><script>alert(1)</script>".utf8), "markup"),
            ("slides.pdf", Array("\u{FEFF}\n <svg xmlns='http://www.w3.org/2000/svg'/>".utf8), "markup"),
            ("slides.pdf", [0xFF, 0xFE, 0x3C, 0x00, 0x68, 0x00], "markup"),
            ("slides.pdf", Array("MZ\u{90}\0\u{3}".utf8), "program"),
            ("slides.pdf", Array("#!/bin/sh\nrm -rf /".utf8), "program"),
            ("slides.pdf", [0x7F] + Array("ELF\u{2}\u{1}".utf8), "program"),
            ("slides.ppt", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "legacy"),
            ("slides.pdf", [1, 2, 3, 0], "unknown"),
            ("slides.pdf", Array("Only words".utf8), "type"),
            ("slides.pdf", [], "empty"),
        ] as [(String, [UInt8], String)])
    func refused(name: String, bytes: [UInt8], reason: String) throws {
        let found = try #require(refusal(MaterialStage.upload(name, bytes), .slides))
        #expect(found.words == "material.refusal.\(reason)")
        #expect(try ProgrammeStage.book().words(.en).has(found.words))
        #expect(found.field == "file")
        #expect(found.arguments["file"] == name)
        #expect(found.arguments["expected"] == "PDF, PPTX, ODP")
    }

    @Test("an Office file with macros is told from one without")
    func macros() throws {
        let names = ["[Content_Types].xml", "ppt/presentation.xml"]
        func zip(_ names: [String]) throws -> [UInt8] { try ZipArchive.bytes(names.map { (name: $0, bytes: [1]) }) }
        let with = try zip(names + ["ppt/vbaProject.bin"])
        let without = try zip(names)
        #expect(refusal(MaterialStage.upload("a.pptm", with), .slides)?.words == "material.refusal.macros")
        #expect(refusal(MaterialStage.upload("a.pptx", without), .slides) == nil)
        #expect(refusal(MaterialStage.upload("a.pptx", without), .recording)?.arguments["type"] == "PPTX")
    }

    @Test("there is a limit, and a smaller one for captions")
    func limits() {
        let head = Array("%PDF-1.7\n".utf8)
        let most = head + [UInt8](repeating: 32, count: MaterialContent.limit - head.count)
        #expect(refusal(MaterialStage.upload("a.pdf", most), .slides) == nil)
        #expect(refusal(MaterialStage.upload("a.pdf", most + [32]), .slides)?.words == "material.refusal.large")
        let captions = MaterialStage.vtt.bytes + [UInt8](repeating: 32, count: MaterialContent.captionLimit)
        #expect(refusal(MaterialStage.upload("a.vtt", captions), .captions)?.arguments["limit"] == "4")
    }

    @Test("a file is handed out under a name that says what it holds")
    func names() {
        func name(_ name: String, _ type: MediaType) -> String { MaterialContent.name(name, of: type.rawValue) }
        #expect(name("talk.pdf", .pdf) == "talk.pdf")
        #expect(name("Talk.PDF", .pdf) == "Talk.PDF")
        #expect(name("talk.html", .pdf) == "talk.pdf")
        #expect(name("talk.tar.gz", .zip) == "talk.tar.zip")
        #expect(name("run.bat", .text) == "run.txt")
        #expect(name("table.csv", .text) == "table.csv")
        #expect(name("photo.jpeg", .jpeg) == "photo.jpeg")
        #expect(name("talk", .pdf) == "talk.pdf")
        #expect(name("Dr. Ada on the first programs", .pdf) == "Dr. Ada on the first programs.pdf")
    }

    @Test("each kind but a link names types that the sniffer knows")
    func known() {
        for kind in MaterialKind.allCases {
            #expect(MaterialContent.types(kind).isEmpty == (kind == .link))
            for type in MaterialContent.types(kind) {
                let found = MediaType(rawValue: type)
                #expect(found != nil && found != .octets, "\(type)")
                #expect(MaterialContent.label(type) != type)
                #expect(found.map { MaterialContent.name("a", of: type) == "a." + $0.ending } == true, "\(type)")
            }
        }
    }
}
