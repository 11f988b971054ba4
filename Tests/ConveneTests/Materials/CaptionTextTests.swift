import Base
import Testing
import Web

@testable import Convene

@Suite struct CaptionTextTests {
    private func read(_ text: String, _ type: MediaType = .srt) throws -> CaptionText {
        try CaptionText(text, type: type.rawValue, name: "talk")
    }
    private func refusal(_ text: String, _ type: MediaType) -> Refusal? {
        do {
            _ = try read(text, type)
            return nil
        } catch { return error as? Refusal }
    }

    @Test("SubRip becomes WebVTT: clocks, emphasis and what only looks like markup")
    func converted() throws {
        let made = try read(
            "\u{FEFF}1\r\n00:00:01,000 --> 00:00:04,500 X1:40 X2:600\r\n{\\an8}<I>Hello</I> <font color=\"red\">world</font>\r\n"
                + "a < b & c --x\r\n\r\n2\r\n1:02:03,004 --> 100:00:00,000\r\n<script>alert(1)</script>\r\n42\r\n")
        #expect(made.cues == 2)
        #expect(
            made.text == """
                WEBVTT

                00:00:01.000 --> 00:00:04.500
                <i>Hello</i> world
                a &lt; b &amp; c --x

                01:02:03.004 --> 100:00:00.000
                &lt;script&gt;alert(1)&lt;/script&gt;
                42

                """)
        #expect(ContentSniffer.type(of: Array(made.text.utf8)) == .vtt)
        #expect(try read(made.text, .vtt).text == made.text, "what we make can be read again")
    }

    @Test("WebVTT stays as it is")
    func kept() throws {
        let text = "WEBVTT - Talk\n\nNOTE a --comment\n\nintro\n00:01.000 --> 00:04.000 align:start\n<v Ada>Hello\n"
        #expect(try read(text, .vtt).text == text)
        #expect(try read(text, .vtt).cues == 1)
    }

    @Test("a line that tells no time is named")
    func faults() throws {
        let wrong = [
            "00:01.000 --> 00:00.500", "00:01.000 --> ", "00:01 --> 00:02", "00:61.000 --> 01:02.000", "a:01.000 --> 00:02.000",
            "00:01.000 --> 00:02.000 --> 00:03.000", "00:01,000 --> 00:02,000",
        ]
        for line in wrong {
            let found = refusal("WEBVTT\n\n\(line)\nx\n", .vtt)
            #expect(found?.words == "material.refusal.captionLine", "\(line)")
            #expect(found?.arguments == ["file": "talk", "line": "3"])
        }
        #expect(refusal("1\n00:00:01,000 --> 00:00:02,000\nx\n\n2\n00:00:03,000 -->\ny", .srt)?.arguments["line"] == "6")
        #expect(refusal("WEBVTT\n\nNothing here\n", .vtt)?.words == "material.refusal.noCues")
        #expect(refusal("", .vtt)?.words == "material.refusal.noCues")
    }

    @Test("a long text is read in one go", .timeLimit(.minutes(15)))
    func long() throws {
        let text = (1...20_000).map { "\($0)\n00:00:01,000 --> 00:00:02,000\nWords & <words>\n\n" }.joined()
        #expect(try read(text).cues == 20_000)
    }

    @Test("whatever comes is read or refused, and what was read can be read again")
    func anything() throws {
        let lines = [
            "", "", "1", "2", "Words", "a < b", "<i>x</i>", "<font", "{\\an8}", "&amp;", "\u{0}", "\u{202E}", "e\u{301}", "👩‍💻",
            "NOTE",
            "00:00:01,000 --> 00:00:04,000", "0:0:1,000-->9:00:00.500 X1:1", "00:00:01.000 --> 00:00:04.000",
        ]
        var (read, refused) = (0, 0)
        for _ in 0..<2000 {
            var chosen = (0..<Int.random(in: 1..<12)).compactMap { _ in lines.randomElement() }
            if Int.random(in: 0..<4) == 0 {
                chosen.append(["-->", "00:00:09,000 --> 00:00:01,000", "--> -->"].randomElement() ?? "")
            }
            let text = chosen.joined(separator: ["\n", "\r\n", "\r"].randomElement() ?? "\n")
            guard let made = try? self.read(text, .srt) else {
                refused += 1
                continue
            }
            read += 1
            #expect(try self.read(made.text, .vtt) == made, "\(text.debugDescription)")
        }
        #expect(read > 0 && refused > 0)
    }
}
