import Base

@testable import Paper

/// A person as the tests print her.
struct SampleName: Sendable, CustomStringConvertible {
    let written: String
    let latin: String?
    init(_ written: String, _ latin: String? = nil) {
        self.written = written
        self.latin = latin
    }
    var name: PaperName { PaperName(PaperText(written), latin: latin.map { PaperText($0) }) }
    var description: String { written }
}

enum PaperSamples {
    /// Names that a meeting of the world's universities has to print.
    static let names = [
        SampleName("张三丰", "Zhang Sanfeng"), SampleName("محمد عبد الله بن سلمان", "Mohammed Abdullah bin Salman"),
        SampleName("ณัฐวุฒิ สุขสมบูรณ์ชัย", "Nattawut Suksomboonchai"), SampleName("Nguyễn Thị Ánh Tuyết"),
        SampleName("Weerasinghe Arachchilage Don Chandrasiri Wickramanayake Jayawardhana"),
        SampleName("වීරසිංහ ආරච්චිලාගේ දොන් චන්ද්‍රසිරි වික්‍රමනායක ජයවර්ධන මහත්මිය", "W. A. D. C. Wickramanayake Jayawardhana"),
        SampleName("María-José Ñúñez Müller-Lüdenscheidt"), SampleName("Sukarno"), SampleName("د. ليلى Layla حداد (UNESCO)"),
        SampleName("יעל בן־דוד", "Yael Ben-David"), SampleName("प्रियंका श्रीवास्तव", "Priyanka Shrivastava"),
        SampleName("សុខា ចាន់ដារ៉ា", "Sokha Chandara"), SampleName("ნინო ბერიძე", "Nino Beridze"),
        SampleName("Անահիտ Սարգսյան", "Anahit Sargsyan"), SampleName("አበበ ቢቂላ", "Abebe Bikila"),
        SampleName("Ольга Владимировна Преображенская", "Olga Preobrazhenskaya"), SampleName("김하늘", "Kim Haneul"),
        SampleName("さくら 田中", "Sakura Tanaka"), SampleName("Ἀλέξανδρος Παπαδόπουλος"), SampleName("དྲི་མེད་ཀུན་ལྡན", "Drime Kunden"),
        SampleName("မောင်မောင် ထွန်း", "Maung Maung Tun"), SampleName("ສົມສັກ ພົມມະຈັນ", "Somsak Phommachan"),
    ]

    static let created = Instant(seconds: 1_764_748_800)
    static let code = "https://plenaria.example/t/PLN1.eyJyIjoiMDE5M2E0ZjAtN2M1YiJ9.kP3xv8dQmZr0sT5uW2yA9bC4eF7gH1jK"
    static let band = "2025 Global MOOC and Online Education Conference"
    static let event = PaperText("2025 Global MOOC and Online Education Conference", "en")

    static func info(_ title: String, _ language: String = "en") -> PaperInfo {
        PaperInfo(title: title, author: "Global Alliance", language: language, created: created)
    }

    static func badge(_ name: SampleName, accent: PaperColour = .teal) -> Badge {
        Badge(
            name: name.name, organisation: "Universidad Nacional Autónoma de México", role: PaperText("Speaker", "en"),
            languages: ["English", "Español", "中文"], event: event, code: code, accent: accent)
    }

    static func badges(_ names: [SampleName] = names, stock: BadgeSheet.Stock = .a4FourUp) -> BadgeSheet {
        let colours: [PaperColour] = [
            .teal, PaperColour(0x4a3fb0), PaperColour(0x8f5400), PaperColour(0x9a2457), PaperColour(0xf2b45c),
        ]
        return BadgeSheet(
            info: info("Badges"),
            badges: names.enumerated().map { badge($1, accent: colours[$0 % colours.count]) }, stock: stock, band: band)
    }

    static func ticket(_ name: SampleName = names[6], sessions: Int = 4) -> TicketPaper {
        TicketPaper(
            info: info("Ticket"), band: band, event: event,
            facts: [
                PaperFact("When", "2–4 December 2025", "Doors open at 08:30 (Mexico City)"),
                PaperFact("Where", "UNAM, Centro Cultural Universitario", "Insurgentes Sur 3000, Coyoacán, Mexico City"),
            ],
            holderLabel: "Holder", holder: name.name,
            details: [PaperFact("Category", "Speaker"), PaperFact("Number", "GMC-25-00417")], code: code,
            instructions: [
                "Show this page on paper or on a screen at the entrance, with something that bears your name. Your badge is there.",
                "The code is yours alone. Who has it can come in your place, so do not publish a picture of it.",
            ], sessionsHeading: "Your sessions", sessions: Array(Self.sessions.prefix(sessions)))
    }

    static let sessions = [
        PaperSession(time: "3 Dec, 09:20", title: "Opening ceremony", note: "Sala Nezahualcóyotl · English, Español, 中文"),
        PaperSession(
            time: "3 Dec, 11:00", title: "Release of the Mexico City Declaration on open and intelligent online education",
            note: "Sala Nezahualcóyotl"),
        PaperSession(time: "3 Dec, 14:00", title: "教学创新、教师赋能与新兴学习模式", note: "Room A · 180 min"),
        PaperSession(time: "4 Dec, 09:00", title: "ورشة: مؤشر التنمية الرقمية (Digital Development Index)", note: "Room B"),
        PaperSession(time: "4 Dec, 11:30", title: "Roundtable: quality and credits across borders"),
        PaperSession(time: "4 Dec, 16:00", title: "Awards and farewell", note: "Foyer"),
    ]

    static func sign(
        _ size: PaperSize = .a4, names: [PaperText] = ["Sala Miguel Covarrubias", "Miguel Covarrubias Hall", "米格尔厅"]
    )
        -> DoorSign
    {
        DoorSign(
            info: info("Sign"), size: size, band: band, event: event, names: names,
            day: PaperText("Wednesday, 3 December 2025", "en"),
            sessions: sessions.map {
                PaperSession(time: PaperText(String($0.time.text.suffix(5))), title: $0.title, note: $0.note)
            },
            note: "Changes of the day", code: "https://plenaria.example/e/gmc-2025/rooms/covarrubias")
    }

    static func roster(rows: Int = 70) -> RosterPaper {
        RosterPaper(
            info: info("Participants"), title: "Participants",
            subtitle: "2025 Global MOOC and Online Education Conference · 3 December",
            columns: [
                .init("", share: 0.25, isTick: true), .init("Name", share: 2.4), .init("Latin form", share: 2),
                .init("Organisation", share: 2.2), .init("Category"), .init("Number", share: 1.1),
            ],
            rows: (0..<rows).map { row in
                let name = names[row % names.count]
                return [
                    "", PaperText(name.written), PaperText(name.latin ?? ""), "Universidad Nacional Autónoma de México",
                    row % 3 == 0 ? "Speaker" : "Participant", PaperText("GMC-25-\(10_000 + row)"),
                ]
            }, note: "Printed 3 December 2025, 07:10 · for the entrance only")
    }

    static let verification = PaperVerification(
        explanation: PaperText("Anyone can check this paper at", "en"), address: "plenaria.example/v/7F3K-92QD",
        code: "https://plenaria.example/v/7F3K-92QD")

    static func letter(paragraphs: Int = 4) -> LetterPaper {
        let body = [
            "Dear Dr Layla حداد,",
            "on behalf of the organising committee I have the honour to invite you to the 2025 Global MOOC and Online Education "
                + "Conference, which is held from 2 to 4 December 2025 at the National Autonomous University of Mexico in Mexico City, "
                + "jointly with Tsinghua University and the UNESCO Institute for Information Technologies in Education.",
            "You are going to speak in the session “Pedagogical innovation, educator empowerment and emerging learning models” on "
                + "3 December. Your registration is confirmed under the number GMC-25-00417. Accommodation from 1 to 5 December is "
                + "provided by the host; travel is paid by your university.",
            "We kindly ask the consular authorities to give Dr Haddad every support with her application for a visa. Whether this "
                + "letter is genuine can be checked at the address below.",
        ]
        return LetterPaper(
            info: info("Letter of invitation"), band: band,
            letterhead: [
                "Global MOOC and Online Education Alliance",
                "Secretariat · Tsinghua University, Haidian District, Beijing 100084, China",
                "secretariat@alliance.example · +86 10 0000 0000",
            ],
            address: [
                "Dr. Layla Haddad", "د. ليلى حداد", "American University of Beirut", "Riad El-Solh 1107 2020", "Beirut, Lebanon",
            ],
            date: PaperText("Beijing, 12 September 2025", "en"), reference: PaperFact("Reference", "INV-2025-0417"),
            subject: PaperText("Invitation to the 2025 Global MOOC and Online Education Conference, Mexico City", "en"),
            paragraphs: (0..<paragraphs).map { PaperText(body[$0 % body.count], "en") },
            closing: PaperText("Yours sincerely,", "en"),
            signatories: [PaperSignatory(name: "Prof. Wang Xiaoming 王晓明", office: ["Secretary-General"])],
            verification: verification)
    }

    static func certificate(_ name: SampleName, sessions: Int = 0) -> CertificatePaper {
        CertificatePaper(
            info: info("Certificate of attendance"), band: band,
            issuer: [
                "Global MOOC and Online Education Alliance", "2025 Global MOOC and Online Education Conference, Mexico City",
            ],
            title: PaperText("Certificate of attendance", "en"), lead: PaperText("This is to certify that", "en"),
            name: name.name,
            body: [
                PaperText(
                    "took part in the 2025 Global MOOC and Online Education Conference, held from 2 to 4 December 2025 at the National "
                        + "Autonomous University of Mexico, and attended the sessions on record.", "en")
            ],
            facts: [PaperFact("Attended", "14 of 16 sessions"), PaperFact("Hours", "12.5"), PaperFact("Language", "English")],
            sessionsHeading: "Sessions",
            sessions: (0..<sessions).map { Self.sessions[$0 % Self.sessions.count] }.map {
                PaperSession(time: $0.time, title: $0.title)
            },
            date: PaperText("Mexico City, 4 December 2025", "en"), number: PaperFact("Number", "GMC-25-C-00417"),
            signatories: [
                PaperSignatory(
                    name: "王晓明 Wang Xiaoming", office: ["Secretary-General, Global MOOC and Online Education Alliance"]),
                PaperSignatory(name: "Dra. María Ñúñez", office: ["Rector’s delegate, UNAM"]),
            ], verification: verification)
    }

    static func arabicCertificate() -> CertificatePaper {
        CertificatePaper(
            info: info("شهادة حضور", "ar"), band: band,
            issuer: [
                PaperText("التحالف العالمي للدورات المفتوحة والتعليم الإلكتروني", "ar"),
                PaperText("المؤتمر العالمي للدورات المفتوحة والتعليم الإلكتروني 2025، مدينة مكسيكو", "ar"),
            ], title: PaperText("شهادة حضور", "ar"), lead: PaperText("نشهد بأن", "ar"), name: names[1].name,
            body: [
                PaperText(
                    "شارك في المؤتمر العالمي للدورات المفتوحة والتعليم الإلكتروني (GMC 2025) المنعقد من 2 إلى 4 ديسمبر 2025 في الجامعة "
                        + "الوطنية المستقلة في المكسيك (UNAM)، وحضر الجلسات المسجلة باسمه.", "ar")
            ],
            facts: [
                PaperFact(PaperText("الحضور", "ar"), PaperText("14 من 16 جلسة", "ar")),
                PaperFact(PaperText("الساعات", "ar"), PaperText("12.5", "ar")),
                PaperFact(PaperText("اللغة", "ar"), PaperText("العربية", "ar")),
            ], date: PaperText("مدينة مكسيكو، 4 ديسمبر 2025", "ar"),
            number: PaperFact(PaperText("الرقم", "ar"), "GMC-25-C-00418"),
            signatories: [
                PaperSignatory(name: PaperText("وانغ شياومينغ", "ar"), office: [PaperText("الأمين العام للتحالف", "ar")]),
                PaperSignatory(name: "Dra. María Ñúñez", office: [PaperText("مندوبة رئيس الجامعة، UNAM", "ar")]),
            ],
            verification: PaperVerification(
                explanation: PaperText("يمكن لأي شخص التحقق من هذه الشهادة على العنوان", "ar"),
                address: "plenaria.example/v/8G4L-03RE",
                code: "https://plenaria.example/v/8G4L-03RE"))
    }
}
