import Base
import HTML
import Paper

/// A certificate or a letter of invitation as a file, in the language in which it was issued.
enum CertificateSheet {
    /// `words` are those of the content's language; `baseURL` is where it can be checked.
    static func paper(_ one: Certificate, words: Words, baseURL: String) -> CertificatePaper {
        let content = one.content
        let said = { EventPaper.said(words, $0) }
        return CertificatePaper(
            info: info(one, words), band: band(content), issuer: issuer(content),
            title: said("certificate.heading.\(one.kind.rawValue)"), lead: said("certificate.lead"),
            name: PaperName(PaperText(content.name), latin: content.latin.isEmpty ? nil : PaperText(content.latin)),
            body: [PaperText(sentence(content, words), words.language.rawValue)],
            sessionsHeading: content.talks.count > 1 ? said("certificate.talks") : nil,
            sessions: content.talks.count > 1 ? content.talks.map { talk($0, words) } : [],
            date: PaperText(words.date(content.date), words.language.rawValue), number: number(one, words),
            signatories: signatories(content), verification: verification(one, words, baseURL))
    }

    static func letter(_ one: Certificate, words: Words, baseURL: String) -> LetterPaper {
        let content = one.content
        let language = words.language.rawValue
        return LetterPaper(
            info: info(one, words), band: band(content), letterhead: issuer(content),
            address: [PaperText(content.name)] + content.address.map { PaperText($0) },
            date: PaperText(words.date(content.date), language), reference: number(one, words),
            subject: EventPaper.said(words, "certificate.heading.invitation"),
            paragraphs: content.paragraphs.map { PaperText($0, language) }, signatories: signatories(content),
            verification: verification(one, words, baseURL))
    }

    /// What is certified, in one sentence: the same on paper and on the public page.
    static func sentence(_ content: CertificateContent, _ words: Words) -> String {
        let language = words.language
        let country = content.country.isEmpty ? "" : words.country(content.country)
        let place = [content.venue.text(language), content.city.text(language), country].filter { !$0.isEmpty }
        var arguments = [
            "event": content.event.text(language), "dates": words.dates(content.first, content.last),
            "place": place.joined(separator: language == .ar ? "، " : ", "),
        ]
        arguments["title"] = content.talks.first?.title.text(language) ?? ""
        let key =
            switch content.kind {
            case .attendance where content.mode == .online || place.isEmpty: "certificate.says.online"
            case .attendance: "certificate.says.room"
            case .speaker where content.talks.count > 1: "certificate.says.speaker.many"
            case .speaker: "certificate.says.speaker"
            case .invitation: "certificate.says.invitation"
            }
        return words(key, arguments)
    }

    private static func info(_ one: Certificate, _ words: Words) -> PaperInfo {
        PaperInfo(
            title: words("certificate.heading.\(one.kind.rawValue)") + " " + one.number,
            author: one.content.letterhead.first ?? one.content.event.text(words.language), language: words.language.rawValue,
            created: one.issuedAt)
    }

    private static func band(_ content: CertificateContent) -> String { content.event.texts[content.event.authentic] ?? "" }

    /// The event itself, where the organiser has not said who she is.
    private static func issuer(_ content: CertificateContent) -> [PaperText] {
        content.letterhead.isEmpty
            ? [EventPaper.text(content.event, content.language)] : content.letterhead.map { PaperText($0) }
    }

    private static func signatories(_ content: CertificateContent) -> [PaperSignatory] {
        content.signatories.map {
            PaperSignatory(name: PaperText($0.name), office: $0.office.isEmpty ? [] : [PaperText($0.office)])
        }
    }

    private static func number(_ one: Certificate, _ words: Words) -> PaperFact {
        PaperFact(
            EventPaper.said(words, "certificate.number"), PaperText(one.number, "en"), PaperText(one.printedDigest, "en"))
    }

    private static func talk(_ talk: CertificateContent.Talk, _ words: Words) -> PaperSession {
        PaperSession(
            time: PaperText(words.date(talk.date, .dayMonth), words.language.rawValue),
            title: EventPaper.text(talk.title, words.language))
    }

    private static func verification(_ one: Certificate, _ words: Words, _ baseURL: String) -> PaperVerification {
        let address = baseURL + one.path
        let shown = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).last.map(String.init)
        return PaperVerification(
            explanation: EventPaper.said(words, "certificate.check"), address: shown ?? address, code: address)
    }
}
