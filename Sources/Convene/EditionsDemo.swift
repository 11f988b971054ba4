import Base

/// The six editions of the model alliance's conference as public sources tell them. Each number and each wording of a
/// theme names its source; planned and actual are two figures.
enum EditionsDemo {
    struct Edition {
        let draft: EventDraft
        let themes: [(text: Localized, announced: CalendarDate?, source: String)]
        /// Slugs of the register.
        let organisers: [String]
        let hosts: [String]
        let figures: [FigureDraft]
        let outcomes: [Localized]
    }

    static let series = Localized([
        "en": "Global MOOC and Online Education Conference", "es": "Conferencia Mundial de MOOC y Educación en Línea",
        "fr": "Conférence mondiale sur les MOOC et l’éducation en ligne", "zh": "世界慕课与在线教育大会",
        "ar": "المؤتمر العالمي للمساقات الجماعية المفتوحة والتعليم عبر الإنترنت",
        "ru": "Всемирная конференция по МООК и онлайн-образованию", "pt": "Conferência Mundial de MOOCs e Educação On-line",
    ])
    static let note = "Concept note of the 2025 conference"
    static var all: [Edition] { [beijing, shared, digital, milan, london, mexico].compactMap { $0 } }

    private static func edition(
        _ year: Int, _ days: ClosedRange<Int>, name: Localized? = nil, short: String, zone: String, venue: Localized = .empty,
        city: Localized = .empty, country: String = "", themes: [(Localized, String)], organisers: [String],
        hosts: [String] = [], figures: [FigureDraft] = [], outcomes: [Localized]
    ) -> Edition? {
        guard let first = CalendarDate(year: year, month: 12, day: days.lowerBound),
            let last = CalendarDate(year: year, month: 12, day: days.upperBound)
        else { return nil }
        return Edition(
            draft: EventDraft(
                slug: "gmc-\(year)", name: name ?? named(year), shortName: short, zone: zone, first: first, last: last,
                venue: venue, city: city, country: country, isPublic: true),
            themes: themes.map { ($0.0, nil, $0.1) }, organisers: organisers, hosts: hosts, figures: figures, outcomes: outcomes)
    }

    /// The year stands before the name in English and Chinese, and after it elsewhere.
    private static func named(_ year: Int) -> Localized {
        Localized(
            Dictionary(
                uniqueKeysWithValues: series.texts.map { tag, text in
                    (tag, tag == "en" ? "\(year) \(text)" : tag == "zh" ? "\(year)\(text)" : "\(text) \(year)")
                }))
    }
    private static func date(_ text: String) -> CalendarDate? { CalendarDate(text) }

    private static let alliance = ["gma", "unesco-iite"]
    private static let ministry = "http://en.moe.gov.cn/news/press_releases/202212/t20221219_1035117.html"
    private static let mexicoNews =
        "https://www.mooc.global/gma-secretariat/2025-global-mooc-and-online-education-conference-held-in-mexico"

    private static var beijing: Edition? {
        edition(
            2020, 9...11, name: ConferenceTextsDemo.firstName, short: "GMC 2020", zone: "Asia/Shanghai",
            venue: ConferenceTextsDemo.tsinghua, city: ConferenceTextsDemo.beijing, country: "CN",
            themes: [(ConferenceTextsDemo.theme2020, "http://mooc.global/conference/gmc2020/concept-note/")],
            organisers: ["tsinghua", "unesco-iite"],
            figures: [
                FigureDraft(
                    .actual, .moreThan, 2000, "organisations", asOf: date("2020-12-11"),
                    source: "http://en.moe.gov.cn/news/press_releases/202012/t20201230_508187.html")
            ],
            outcomes: [ConferenceTextsDemo.launched, ConferenceTextsDemo.beijingDeclaration])
    }

    private static var shared: Edition? {
        edition(
            2021, 6...9, short: "GMOEC 2021", zone: "Asia/Shanghai",
            themes: [(ConferenceTextsDemo.theme2021, note)], organisers: alliance, outcomes: [ConferenceTextsDemo.replays])
    }

    private static var digital: Edition? {
        edition(
            2022, 8...9, short: "GMOEC 2022", zone: "Asia/Shanghai",
            themes: [(ConferenceTextsDemo.theme2022ministry, ministry), (ConferenceTextsDemo.theme2022, note)],
            organisers: alliance,
            figures: [
                FigureDraft(.actual, .moreThan, 6000, "people", asOf: date("2022-12-09"), source: ministry),
                FigureDraft(.actual, .moreThan, 50, "speakers", asOf: date("2022-12-08"), source: ministry),
            ],
            outcomes: [ConferenceTextsDemo.firstReport])
    }

    private static var milan: Edition? {
        edition(
            2023, 14...16, short: "GMC 2023", zone: "Europe/Rome", venue: ConferenceTextsDemo.polimi,
            city: ConferenceTextsDemo.milan, country: "IT",
            themes: [
                (ConferenceTextsDemo.theme2023call, "http://mooc.global/conference/gmc2023/call-for-proposals/"),
                (ConferenceTextsDemo.theme2023, note),
            ],
            organisers: alliance, hosts: ["tsinghua", "polimi"],
            outcomes: [ConferenceTextsDemo.report(2023), ConferenceTextsDemo.index(2023), ConferenceTextsDemo.awards])
    }

    private static var london: Edition? {
        let college = "https://qmul.ac.uk/media/news/2024/pr/queen-mary-university-host-global-education-conference--.html"
        return edition(
            2024, 11...13, short: "GMC 2024", zone: "Europe/London", venue: ConferenceTextsDemo.queenMary,
            city: ConferenceTextsDemo.london, country: "GB", themes: [(ConferenceTextsDemo.theme2024, note)],
            organisers: alliance, hosts: ["tsinghua", "qmul", "bupt"],
            figures: [
                FigureDraft(.actual, .moreThan, 340, "people", asOf: date("2024-12-13"), source: note),
                FigureDraft(.actual, .exact, 135, "institutions", asOf: date("2024-12-13"), source: note),
                FigureDraft(.actual, .exact, 32, "countries", asOf: date("2024-12-13"), source: note),
                FigureDraft(.actual, .moreThan, 80, "speakers", source: college),
            ],
            outcomes: [ConferenceTextsDemo.report(2024), ConferenceTextsDemo.index(2024)])
    }

    private static var mexico: Edition? {
        edition(
            2025, 2...4, short: "GMC 2025", zone: "America/Mexico_City", venue: ConferenceTextsDemo.unam,
            city: ConferenceTextsDemo.mexicoCity, country: "MX", themes: [(ConferenceTextsDemo.theme2025, note)],
            organisers: alliance, hosts: ["tsinghua", "unam"],
            figures: [
                FigureDraft(.planned, .about, 150, "inPerson", source: note),
                FigureDraft(.actual, .exact, 180, "people", asOf: date("2025-12-04"), source: mexicoNews),
                FigureDraft(.actual, .exact, 76, "institutions", asOf: date("2025-12-04"), source: mexicoNews),
                FigureDraft(.actual, .exact, 34, "countries", asOf: date("2025-12-04"), source: mexicoNews),
            ],
            outcomes: [
                ConferenceTextsDemo.report2025, ConferenceTextsDemo.index(2025), ConferenceTextsDemo.mexicoDeclaration,
            ])
    }
}
