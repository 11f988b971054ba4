import Foundation
import Testing

@testable import Paper

@Suite("Hostile text")
struct HostileTextTests {
    private static func scalars(_ values: [UInt32]) -> String {
        String(String.UnicodeScalarView(values.compactMap { Unicode.Scalar($0) }))
    }

    static let texts: [String] = [
        "", " ", "\n\n", "\0", "A\0B", "\u{1}\u{2}\u{1b}[31mred", "\u{7f}\u{85}\u{9f}", String(repeating: "x", count: 900),
        String(repeating: "W", count: 10_000), String(repeating: "长", count: 10_000), String(repeating: "ا ", count: 5000),
        "Z" + String(repeating: "\u{0301}", count: 5000), String(repeating: "Z\u{0335}\u{0321}\u{0489}\u{0310}", count: 200),
        String(repeating: "\u{0301}", count: 900), "\u{FFFD}\u{FFFD} lone \u{FFFD}", scalars([0xfffe, 0xffff, 0xfdd0, 0x10ffff]),
        "\u{202E}gnp.exe\u{202C}", "\u{2066}\u{2067}\u{2068}a", "\u{200F}\u{200E}\u{61C}", "\u{200D}\u{200D}\u{200C}",
        "\u{FEFF}bom",
        String(repeating: "\u{202A}", count: 900), "\u{2028}a\u{2029}b", "\u{E000}\u{F8FF}\u{F0000}", "\u{E0041}\u{E007F}tags",
        "<b>bold</b> & <span size='9999999'>", "%s%n%d (( )) \\ /Lang", "👩‍👩‍👧‍👦🏳️‍🌈🇲🇽", String(repeating: "👩‍👩‍👧‍👦", count: 150),
        "ᄀ" + String(repeating: "ᆨ", count: 300), String(repeating: "क्", count: 400) + "ष", "က္က္က္က္က",
        "\u{0F40}\u{0F90}\u{0F90}\u{0F90}\u{0F90}\u{0F90}",
        "ﷺ ﷽ ﷽ ﷽", String(repeating: "﷽", count: 300), "𓀀𓁐𒀀𒈙𖤐", "᠎ᠮᠣᠩ", "\u{1D159}\u{1D165}", String(repeating: "ஃ", count: 999),
        String(repeating: "a\u{00AD}", count: 400), String(repeating: "()[]{}«»‹›", count: 90),
        scalars(Array(0x1000..<0x1300)),
        scalars(Array(0x20000..<0x20200)),
    ]

    @Test("prints whole or is refused, in every paper; the press goes on", arguments: 0..<texts.count)
    func any(index: Int) async throws {
        let text = Self.texts[index]
        let hostile = PaperText(text)
        let fact = PaperFact(hostile, hostile)
        let session = PaperSession(time: hostile, title: hostile, note: hostile)
        let badge = Badge(
            name: PaperName(hostile, latin: PaperText(text + "x")), organisation: hostile, role: hostile,
            languages: [hostile, hostile],
            event: hostile)
        let verification = PaperVerification(explanation: hostile, address: text, code: "x")
        let info = PaperInfo(title: text, author: text, language: text, created: PaperSamples.created)
        let works: [any PaperWork] = [
            BadgeSheet(info: info, badges: [badge], stock: .a6, band: text),
            TicketPaper(
                info: info, band: text, event: hostile, facts: [fact], holderLabel: hostile, holder: PaperName(hostile),
                details: [fact],
                code: "x", instructions: [hostile], sessionsHeading: hostile, sessions: [session]),
            DoorSign(
                info: info, band: text, event: hostile, names: [hostile, hostile], day: hostile, sessions: [session],
                note: hostile),
            RosterPaper(
                info: info, title: hostile, subtitle: hostile, columns: [.init(hostile), .init(hostile)],
                rows: [[hostile, hostile]],
                note: hostile),
            LetterPaper(
                info: info, band: text, letterhead: [hostile, hostile], address: [hostile], date: hostile, reference: fact,
                subject: hostile, paragraphs: [hostile, hostile], closing: hostile,
                signatories: [PaperSignatory(name: hostile, office: [hostile])], verification: verification),
            CertificatePaper(
                info: info, band: text, issuer: [hostile], title: hostile, lead: hostile, name: PaperName(hostile),
                body: [hostile],
                facts: [fact], sessionsHeading: hostile, sessions: [session], date: hostile, number: fact,
                signatories: [PaperSignatory(name: hostile, office: [hostile])], verification: verification),
        ]
        for work in works { try await either(work) }
    }

    private func either(_ work: some PaperWork) async throws {
        do {
            let paper = try await PaperPress.shared.print(work)
            #expect(paper.bytes.starts(with: Array("%PDF-1.".utf8)))
            for placement in paper.placements {
                #expect(placement.field.contains(placement.ink), "\(type(of: work)) stands out of its field: \(placement)")
            }
        } catch let fault as PaperFault {
            if case .failed(let words) = fault { Issue.record("\(type(of: work)): \(words)") }
        }
    }

    @Test("what cannot be drawn is left out, what changes the letters stays")
    func cleaned() throws {
        #expect(try PaperText("A\0B\u{202E}C\u{E000}").line == "A BC")
        #expect(try PaperText(" Ana \n Luz\t").line == "Ana Luz")
        #expect(try PaperText("චන්ද්\u{200D}රසිරි").line.unicodeScalars.contains("\u{200D}"))
        #expect(try PaperText("می\u{200C}خواهم").line.unicodeScalars.contains("\u{200C}"))
        #expect(try PaperText("one\n\ntwo\u{2029}three").paragraphs == ["one", "two", "three"])
        #expect(throws: PaperFault.self) { try PaperText(String(repeating: "x", count: PaperText.mostScalars + 1)).line }
    }

    @Test("a language is a tag or none, and gives the direction")
    func languages() {
        #expect(PaperText("x", "en\0").language == nil && PaperText("x", "").language == nil)
        #expect(PaperText("x", "zh-Hant-TW").language == "zh-Hant-TW")
        #expect(["ar", "fa-IR", "he", "ur", "pa-Arab", "uz-Arab-AF"].allSatisfy(PaperLanguage.isRightToLeft))
        #expect(!["en", "pa", "zh", "az-Latn", "ku"].contains(where: PaperLanguage.isRightToLeft))
    }
}
