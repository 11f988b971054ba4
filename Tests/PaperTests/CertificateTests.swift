import Foundation
import Testing

@testable import Paper

@Suite("Certificates")
struct CertificateTests {
    @Test("each name stands whole and large", arguments: PaperSamples.names)
    func names(sample: SampleName) async throws {
        let paper = try await PaperLayout.check(PaperSamples.certificate(sample))
        #expect(paper.pages == 1)
        let placed = try #require(paper.placements.first { $0.text == sample.written.precomposedStringWithCanonicalMapping })
        #expect(placed.size >= 20, "\(placed.size)")
        if let latin = sample.latin { #expect(paper.placements.contains { $0.text == latin }) }
    }

    @Test("its words, code and dates are read by other programs")
    func read() async throws {
        let paper = try await PaperLayout.check(PaperSamples.certificate(PaperSamples.names[6], sessions: 4))
        try PaperLayout.checkPixels(paper)
        let reading = try PaperReading(paper)
        defer { reading.close() }
        #expect(try reading.codes() == [PaperSamples.verification.code])
        #expect(try reading.text().contains("María-José Ñúñez Müller-Lüdenscheidt"))
        let facts = try reading.facts()
        #expect(facts["Title"] == "Certificate of attendance")
        #expect(facts["Author"] == "Global Alliance")
        #expect(facts["CreationDate"]?.contains("Dec  3 08:00:00 2025") == true)
        #expect(facts["Tagged"] == "yes")
        #expect(String(decoding: paper.bytes, as: UTF8.self).contains("/Lang (en)"))
    }

    @Test("an Arabic one is the mirror of an English one")
    func mirrored() async throws {
        let english = try await PaperLayout.check(PaperSamples.certificate(PaperSamples.names[1]))
        let arabic = try await PaperLayout.check(PaperSamples.arabicCertificate())
        try PaperLayout.checkPixels(arabic)
        let middle = PaperSize.a4.landscape.width / 2
        func title(_ paper: PrintedPaper, _ text: String) throws -> PaperBox {
            try #require(paper.placements.first { $0.text == text }).ink
        }
        let (left, right) = (try title(english, "Certificate of attendance"), try title(arabic, "شهادة حضور"))
        #expect(left.x < middle && abs((2 * middle - right.maxX) - left.x) < 3)
        let code = try #require(arabic.placements.first { $0.text.hasPrefix("https://") })
        #expect(code.ink.maxX < middle)
        let reading = try PaperReading(arabic)
        defer { reading.close() }
        #expect(try reading.codes() == ["https://plenaria.example/v/8G4L-03RE"])
        #expect(String(decoding: arabic.bytes, as: UTF8.self).contains("/Direction /R2L"))
    }

    @Test("sessions that do not fit go on pages that bear the name", arguments: [0, 3, 8, 9, 60])
    func sessions(count: Int) async throws {
        let paper = try await PaperLayout.check(PaperSamples.certificate(PaperSamples.names[5], sessions: count))
        #expect(count > 8 ? paper.pages > 1 : paper.pages <= 2)
        let name = PaperSamples.names[5].written.precomposedStringWithCanonicalMapping
        for page in 1...paper.pages { #expect(paper.placements.contains { $0.page == page && $0.text == name }) }
        let titles = paper.placements.filter { placement in PaperSamples.sessions.contains { $0.title.text == placement.text } }
        #expect(titles.count == count)
    }

    @Test("a letter that no font has stops a certificate, a picture in a name does not")
    func missing() async throws {
        let rare = SampleName("王\u{30001}")
        await #expect(throws: PaperFault.missingGlyph("王\u{30001}")) {
            try await PaperPress.shared.print(PaperSamples.certificate(rare))
        }
        let badges = try await PaperPress.shared.print(PaperSamples.badges([rare, PaperSamples.names[0]]))
        #expect(badges.missing == ["王\u{30001}"])
        let paper = try await PaperLayout.check(PaperSamples.certificate(SampleName("Ana \u{1fae0}\u{e000} Luz")))
        #expect(paper.placements.contains { $0.text == "Ana  Luz" || $0.text == "Ana Luz" })
    }

    @Test("many words shrink, and what can never fit is refused with its text")
    func long() async throws {
        let sentence = "took part in the conference and attended the sessions on record, with distinction; "
        func certificate(_ count: Int) -> CertificatePaper {
            let one = PaperSamples.certificate(PaperSamples.names[4])
            return CertificatePaper(
                info: one.info, band: one.band, issuer: one.issuer, title: one.title, lead: one.lead, name: one.name,
                body: [PaperText(String(repeating: sentence, count: count), "en")], date: one.date, number: one.number,
                signatories: one.signatories, verification: one.verification)
        }
        _ = try await PaperLayout.check(certificate(20))
        await #expect(throws: PaperFault.self) { try await PaperPress.shared.print(certificate(400)) }
    }
}
