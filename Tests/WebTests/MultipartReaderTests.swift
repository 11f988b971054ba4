import Base
import Testing

@testable import Web

@Suite struct MultipartReaderTests {
    private func read(_ text: String, boundary: String = "B") throws -> (FormData, [UploadedFile]) {
        try MultipartReader.read(Array(text.replacing("\n", with: "\r\n").utf8), boundary: boundary)
    }
    private func file(named name: String) throws -> UploadedFile? {
        try read("--B\nContent-Disposition: form-data; name=\"f\"; filename=\"\(name)\"\n\nx\n--B--\n").1.first
    }

    @Test("fields and files are read in their order, with their bytes as they came")
    func reads() throws {
        let (form, files) = try read(
            """
            --B
            Content-Disposition: form-data; name="_token"

            abc
            --B
            Content-Disposition: form-data; name="talk"; filename="foli en.pdf"
            Content-Type: text/html

            %PDF-1.7
            --Bogus is not here: --B

            --B
            content-disposition: form-data; name=text

            é中
            zwei
            --B--

            """.replacing("--Bogus", with: "-- Bogus"))
        #expect(form["_token"] == "abc")
        #expect(form["text"] == "é中\r\nzwei")
        #expect(files.count == 1)
        #expect(files.first?.field == "talk")
        #expect(files.first?.name == "foli en.pdf")
        #expect(files.first?.type == .pdf, "the bytes decide, not the browser")
        #expect(files.first?.bytes == Array("%PDF-1.7\r\n-- Bogus is not here: --B\r\n".utf8))
    }

    @Test("an input that was left empty gives no file; an empty file gives one")
    func empty() throws {
        let none =
            "--B\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\nContent-Type: application/octet-stream\n\n\n--B--"
        #expect(try read(none).1.isEmpty)
        #expect(try file(named: "a.txt")?.bytes == [120])
        let empty = try read("--B\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\n\n\n--B--").1
        #expect(empty.map(\.bytes) == [[]])
        #expect(empty.first?.type == .octets)
    }

    @Test(
        "what is not exactly a form is refused",
        arguments: [
            "", "--", "--B", "--B\n", "--C\n\n", "--B--x", "--B\n\n\n--B--", "--B\nContent-Disposition: form-data\n\nx\n--B--",
            "--B\nContent-Disposition: attachment; name=\"a\"\n\nx\n--B--",
            "--B\nContent-Disposition: form-data; name=\"a\"\n\nx\n--B", "--B\nContent-Disposition: form-data; name=\"a\"\n\nx",
            "--B\nContent-Disposition: form-data; name=\"a\n\nx\n--B--",
            "--B\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\n\nx\n--B--",
            "--B\nContent-Disposition: form-data; name=\"a\"\nContent-Disposition: form-data; name=\"b\"\n\nx\n--B--",
            "--B\nContent-Disposition: form-data; name=\"a\"\nContent-Type: multipart/mixed; boundary=C\n\nx\n--B--",
            "--B\nContent-Disposition: form-data; name=\"a\"\nContent-Transfer-Encoding: base64\n\nx\n--B--",
            "--B\nContent-Disposition: form-data;\n name=\"a\"\n\nx\n--B--",
            "--B \nContent-Disposition: form-data; name=\"a\"\n\nx\n--B--",
            "--B\nContent-Disposition: form-data; name=\"\"\n\nx\n--B--", "preamble\n--B--",
            "--B\nContent-Disposition: form-data; name=\"a\"\n\nx\n--Bee\n--B--",
        ])
    func malformed(text: String) { #expect(throws: Refusal.self) { try read(text) } }

    @Test("too many parts, too long a head and bytes that are not UTF-8 are refused")
    func limits() throws {
        let part = "--B\nContent-Disposition: form-data; name=\"a\"\n\nx\n"
        #expect(try read(String(repeating: part, count: 200) + "--B--").0.all("a").count == 200)
        #expect(throws: Refusal(.tooLarge, "refusal.tooManyFields")) { try read(String(repeating: part, count: 201) + "--B--") }
        let long = "--B\nContent-Disposition: form-data; name=\"a\"\nX-Fill: \(String(repeating: "x", count: 8200))\n\nx\n--B--"
        #expect(throws: Refusal.self) { try read(long) }
        let bytes = Array("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8) + [0xFF] + Array("\r\n--B--".utf8)
        #expect(throws: Refusal(.invalid, "refusal.encoding")) { try MultipartReader.read(bytes, boundary: "B") }
    }

    @Test("names of files lose paths, hidden characters and everything past 200 characters")
    func names() throws {
        #expect(try file(named: "../../etc/passwd")?.name == "passwd")
        #expect(try file(named: #"C:\Users\me\plan.pdf"#)?.name == "plan.pdf")
        #expect(try file(named: "cv\u{202E}fdp.exe")?.name == "cvfdp.exe", "no override hides the ending")
        #expect(try file(named: "a%22b.txt")?.name == "a\"b.txt")
        #expect(try file(named: #"a\"b.txt"#)?.name == "a\"b.txt")
        #expect(try file(named: "..")?.name == "file")
        #expect(try file(named: ".htaccess")?.name == "htaccess")
        #expect(try file(named: "a\u{7F}\u{200F}b.txt")?.name == "ab.txt")
        let long = try file(named: String(repeating: "é", count: 255) + ".pdf")?.name ?? ""
        #expect(long.unicodeScalars.count == 200)
        #expect(long.hasSuffix(".pdf"))
        #expect(try file(named: String(repeating: "x", count: 255))?.name.count == 200)
    }

    @Test("only a boundary that the standard allows is taken")
    func boundaries() {
        #expect(
            MultipartReader.boundary("multipart/form-data; boundary=----WebKitFormBoundaryAbC123")
                == "----WebKitFormBoundaryAbC123")
        #expect(MultipartReader.boundary("Multipart/Form-Data; charset=utf-8; boundary=\"a b\"") == "a b")
        #expect(MultipartReader.boundary("multipart/form-data") == nil)
        #expect(MultipartReader.boundary("multipart/mixed; boundary=a") == nil)
        #expect(MultipartReader.boundary("multipart/form-data; boundary=") == nil)
        #expect(MultipartReader.boundary("multipart/form-data; boundary=a; boundary=b") == nil)
        #expect(MultipartReader.boundary("multipart/form-data; boundary=\"é\"") == nil)
        #expect(MultipartReader.boundary("multipart/form-data; boundary=" + String(repeating: "a", count: 70)) != nil)
        #expect(MultipartReader.boundary("multipart/form-data; boundary=" + String(repeating: "a", count: 71)) == nil)
    }

    @Test("every beginning of a form, and every form with a byte changed, is read or refused without a crash")
    func cut() {
        let whole = Array(
            "--B\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\nPK\u{3}\u{4}\r\n--B\r\n\r\n--B--\r\n".utf8)
        for count in 0...whole.count { _ = try? MultipartReader.read(Array(whole.prefix(count)), boundary: "B") }
        for place in whole.indices {
            for byte in [0, 10, 13, 34, 45, 59, 92, 255] as [UInt8] {
                var other = whole
                other[place] = byte
                _ = try? MultipartReader.read(other, boundary: "B")
            }
        }
    }
}
