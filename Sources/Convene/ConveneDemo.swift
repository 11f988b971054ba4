import Base
import People
import Store

/// The model alliance's conferences: six editions, a seventh to try the desk on, and the programme of 2025 read from its concept note as a person
/// would paste it, translated, and published.
package enum ConveneDemo {
    /// `note` holds the agenda of 2025; `organisations` are the register's slugs.
    package static func fill(
        note: String = ConveneDemoAgenda.text, organisations: [String: Identifier], administrator: Viewer, in tx: Writer
    ) throws {
        let series = try EventActions.createSeries("gmc", name: EditionsDemo.series, by: administrator, in: tx)
        for edition in EditionsDemo.all {
            let event = try EventActions.create(edition.draft, in: series.id, by: administrator, in: tx)
            try tell(edition, of: event, organisations, administrator, tx)
            if event.slug == "gmc-2025" {
                try programme(of: event, note, administrator, tx)
                try PlacesDemo.fill(event, by: administrator, in: tx)
                try DoorDemo.fill(event, by: administrator, in: tx)
            }
        }
        try PlanningDemo.fill(series: series.id, administrator: administrator, in: tx)
    }

    private static func tell(
        _ edition: EditionsDemo.Edition, of event: Event, _ organisations: [String: Identifier], _ administrator: Viewer,
        _ tx: Writer
    ) throws {
        for theme in edition.themes {
            try EventActions.announceTheme(
                theme.text, announced: theme.announced, source: theme.source, of: event.id, by: administrator, in: tx)
        }
        func parties(_ role: PartyRole, _ slugs: [String]) -> [PartyDraft] {
            slugs.map { slug in
                PartyDraft(role, organisation: organisations[slug], name: organisations[slug] == nil ? Localized(slug) : .empty)
            }
        }
        try EventActions.setParties(
            parties(.host, edition.hosts) + parties(.organiser, edition.organisers), of: event.id, by: administrator, in: tx)
        for figure in edition.figures { try EventActions.addFigure(figure, to: event.id, by: administrator, in: tx) }
        for outcome in edition.outcomes { try EventActions.addOutcome(outcome, to: event.id, by: administrator, in: tx) }
    }

    private static func programme(of event: Event, _ note: String, _ administrator: Viewer, _ tx: Writer) throws {
        let reading = AgendaReader(expectedYear: event.first.year, dates: event.days, zone: Zone(event.zone)).read(note)
        try AgendaImportActions.apply(
            reading, to: event, mode: .add, answers: AgendaAnswers(), seen: nil, by: administrator, in: tx)
        for session in try ProgrammeStore.draft(of: event, in: tx).sessions {
            var draft = SessionDraft(session)
            draft.title = translated(session.title)
            draft.section = translated(session.section)
            draft.abstract = works(session.abstract)
            draft.languages = session.kind.isBreak ? [] : ["en"]
            guard draft != SessionDraft(session) else { continue }
            _ = try ProgrammeActions.changeSession(session.id, to: draft, seen: nil, of: event, by: administrator, in: tx)
        }
        try ReleaseActions.publish(event, message: first, by: administrator, in: tx)
    }

    private static let first = Localized([
        "en": "First programme", "es": "Primer programa", "fr": "Premier programme", "zh": "首个日程", "ar": "البرنامج الأول",
        "ru": "Первая программа", "pt": "Primeiro programa",
    ])

    private static func translated(_ text: Localized) -> Localized {
        guard let english = text["en"], let others = TitlesDemo.texts[english] else { return text }
        return Localized(others.merging(["en": english]) { $1 })
    }

    /// The list of the two works that are released, in the languages in which their titles are known.
    private static func works(_ abstract: Localized) -> Localized {
        let works = [ConferenceTextsDemo.report2025, ConferenceTextsDemo.index(2025)]
        guard let english = abstract["en"], works.allSatisfy({ english.contains($0.text(.en)) }) else { return abstract }
        var texts = abstract.texts
        for language in Language.allCases where language != .en {
            texts[language.rawValue] = works.map { "– " + $0.text(language) }.joined(separator: "\n")
        }
        return Localized(texts)
    }
}
