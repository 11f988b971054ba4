import Testing

@testable import Web

@Suite struct ContentSnifferTests {
    private func type(_ text: String) -> MediaType { ContentSniffer.type(of: Array(text.utf8)) }
    private let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    @Test("files are told by their first bytes")
    func types() {
        #expect(ContentSniffer.type(of: png) == .png)
        #expect(ContentSniffer.type(of: [0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
        #expect(ContentSniffer.type(of: [0xFF, 0xFB, 0x90, 0x00]) == .mp3)
        #expect(ContentSniffer.type(of: [0xFF, 0xFB, 0xF0, 0x00]) == .octets, "a bit rate that does not exist")
        #expect(ContentSniffer.type(of: Array("RIFF".utf8) + [1, 0, 0, 0] + Array("WEBPVP8 ".utf8)) == .webp)
        #expect(ContentSniffer.type(of: [0, 0, 0, 32] + Array("ftypisom".utf8)) == .mp4)
        #expect(ContentSniffer.type(of: [0, 0, 0, 32] + Array("ftypqt  ".utf8)) == .octets)
        #expect(ContentSniffer.type(of: [0x1A, 0x45, 0xDF, 0xA3, 0x8B, 0x42, 0x82, 0x84] + Array("webm".utf8)) == .webm)
        #expect(ContentSniffer.type(of: [0x1A, 0x45, 0xDF, 0xA3, 0x8B, 0x42, 0x82, 0x88] + Array("matroska".utf8)) == .octets)
        #expect(type("GIF89a") == .gif)
        #expect(type("%PDF-1.7\n") == .pdf)
        #expect(type("OggS\u{0}") == .ogg)
        #expect(type("ID3\u{4}") == .mp3)
        #expect(type("Grüße, 中文\n") == .text)
        #expect(type("WEBVTT\n\n00:01.000 --> 00:02.000\nHi") == .vtt)
        #expect(type("WEBVTTX") == .text)
        #expect(type("1\r\n00:00:01,000 --> 00:00:02,000\r\nHi") == .srt)
        #expect(type("1\nnot a time") == .text)
    }

    @Test(
        "markup and scripts are bytes, however they are dressed",
        arguments: [
            "<html>", "<!DOCTYPE html><p>", "  \n\t<script>alert(1)</script>",
            "\u{FEFF}<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<?xml version=\"1.0\"?><svg><script/></svg>", "<!-- x --><html>", "#!/bin/sh\n", "%!PS-Adobe", "", "a\u{0}b",
            "\u{1B}[2J",
        ])
    func markup(text: String) { #expect(type(text) == .octets) }

    @Test("a picture that is also a page stays a picture; a page named as a picture does not become one")
    func polyglots() {
        #expect(ContentSniffer.type(of: png + Array("<script>alert(1)</script>".utf8)) == .png)
        let gif = UploadedFile(field: "f", name: "a.js", bytes: Array("GIF89a/*<script>*/=1;alert(1)".utf8))
        #expect(gif.type == .gif)
        #expect(!gif.type.mayBeInline)
        let page = UploadedFile(field: "f", name: "a.png", bytes: Array("<html><script>alert(1)</script>".utf8))
        #expect(page.type == .octets)
        #expect(!page.type.mayBeInline)
        #expect(type("<svg/>%PDF-1.7") == .octets, "a PDF must begin as one")
        #expect(ContentSniffer.type(of: [0xFF, 0xFE, 0x3C, 0x00, 0x68, 0x00]) == .octets, "UTF-16 is not guessed")
    }

    @Test("containers are told by what they hold; macros and broken ones are bytes")
    func containers() throws {
        func zip(_ names: [String]) throws -> MediaType {
            ContentSniffer.type(of: try ZipArchive.bytes(names.map { (name: $0, bytes: [1]) }))
        }
        #expect(try zip(["a.txt"]) == .zip)
        #expect(try zip(["[Content_Types].xml", "word/document.xml"]) == .docx)
        #expect(try zip(["[Content_Types].xml", "xl/workbook.xml"]) == .xlsx)
        #expect(try zip(["[Content_Types].xml", "ppt/presentation.xml"]) == .pptx)
        #expect(try zip(["word/document.xml"]) == .zip)
        #expect(try zip(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]) == .octets)
        for kind in [MediaType.odt, .ods, .odp] {
            let bytes = try ZipArchive.bytes([("mimetype", Array(kind.rawValue.utf8)), ("content.xml", [])])
            #expect(ContentSniffer.type(of: bytes) == kind)
        }
        let whole = try ZipArchive.bytes([(name: "a", bytes: [1])])
        #expect(ContentSniffer.type(of: Array(whole.dropLast(30))) == .octets)
        for place in whole.indices {
            for byte in [0, 255] as [UInt8] {
                var other = whole
                other[place] = byte
                _ = ContentSniffer.type(of: other)
            }
        }
    }
}
