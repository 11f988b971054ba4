import Base
import Foundation
import Paper

/// Prints badges, certificates, a list and reports, and says how long it took: one line `NAME SECONDS PAGES BYTES` each. The
/// second report has twice the text of the first, and should take twice the time.
///
///     paperprinter BADGES [FOLDER]      with a folder the files are kept there
@main
struct PaperPrinter {
    private static let names: [(written: String, latin: String?)] = [
        ("张三丰", "Zhang Sanfeng"), ("محمد عبد الله بن سلمان", "Mohammed Abdullah bin Salman"),
        ("ณัฐวุฒิ สุขสมบูรณ์ชัย", "Nattawut Suksomboonchai"), ("Nguyễn Thị Ánh Tuyết", nil), ("Sukarno", nil),
        ("María-José Ñúñez Müller-Lüdenscheidt", nil), ("प्रियंका श्रीवास्तव", "Priyanka Shrivastava"),
        ("Ольга Преображенская", "Olga Preobrazhenskaya"), ("김하늘", "Kim Haneul"), ("Anne-Sophie de la Tour", nil),
    ]
    private static let band = "2025 Global MOOC and Online Education Conference"

    static func main() async throws {
        let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 500
        let folder = CommandLine.arguments.dropFirst(2).first
        // The first work of a process opens the fonts.
        try await report("first certificate", certificate(0), folder)
        try await report("certificate", certificate(1), folder)
        try await report("badges", badges(count, .a4FourUp), folder)
        try await report("badges a6", badges(count, .a6), folder)
        try await report("roster", roster(count), folder)
        try await report("report", book(count), folder)
        try await report("report doubled", book(2 * count), folder)
    }

    private static func report(_ name: String, _ work: some PaperWork, _ folder: String?) async throws {
        let clock = ContinuousClock()
        let began = clock.now
        let paper = try await PaperPress.shared.print(work)
        let took = began.duration(to: clock.now)
        let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
        print(name.replacing(" ", with: "-"), seconds, paper.pages, paper.bytes.count, paper.missing.count)
        if let folder {
            try Data(paper.bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent("\(name).pdf"))
        }
    }

    private static func info(_ title: String) -> PaperInfo {
        PaperInfo(title: title, author: "Bench", language: "en", created: Instant(seconds: 1_764_748_800))
    }

    private static func name(_ index: Int) -> PaperName {
        let name = names[index % names.count]
        return PaperName(PaperText("\(name.written) \(index)"), latin: name.latin.map { PaperText($0) })
    }

    private static func badges(_ count: Int, _ stock: BadgeSheet.Stock) -> BadgeSheet {
        let badges = (0..<count).map { index in
            Badge(
                name: name(index), organisation: "Universidad Nacional Autónoma de México", role: "Participant",
                languages: ["English", "Español"], event: PaperText(band, "en"),
                code: "https://plenaria.example/t/PLN1.\(index).kP3xv8dQmZr0sT5uW2yA9bC4eF7gH1jK")
        }
        return BadgeSheet(info: info("Badges"), badges: badges, stock: stock, band: band)
    }

    private static func roster(_ count: Int) -> RosterPaper {
        RosterPaper(
            info: info("Participants"), title: "Participants",
            columns: [.init("", share: 0.25, isTick: true), .init("Name", share: 2), .init("Latin", share: 2), .init("Number")],
            rows: (0..<count).map { ["", name($0).written, name($0).latin ?? PaperText(""), PaperText("GMC-25-\(10_000 + $0)")] })
    }

    /// A quarter of a page for each chapter.
    private static func book(_ chapters: Int) -> ReportPaper {
        let text = String(repeating: "Where broadband reaches the villages, courses are taken. ", count: 13)
        let blocks = (1...max(1, chapters)).flatMap { chapter -> [PaperBlock] in
            [.heading(level: 2, [PaperRun("Chapter \(chapter)")]), .paragraph([PaperRun(text)])]
        }
        return ReportPaper(
            info: info("Report"), band: band, title: "Report", contents: "Contents", footer: band, language: "en", blocks: blocks)
    }

    private static func certificate(_ index: Int) -> CertificatePaper {
        CertificatePaper(
            info: info("Certificate"), band: band, issuer: [PaperText(band, "en")], title: "Certificate of attendance",
            lead: "This is to certify that", name: name(index),
            body: [PaperText("took part in the conference from 2 to 4 December 2025.", "en")],
            date: "4 December 2025", number: PaperFact("Number", "C-\(index)"),
            signatories: [PaperSignatory(name: "王晓明 Wang Xiaoming", office: ["Secretary-General"])],
            verification: PaperVerification(
                explanation: "Anyone can check it at", address: "plenaria.example/v/\(index)",
                code: "https://plenaria.example/v/\(index)"))
    }
}
