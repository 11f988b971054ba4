import Base
import HTML
import Store

/// How letters about an edition read: what it is about, what the reader can do, and the addresses.
enum EditionLetterMail {
    static let purpose = "index-edition"

    /// One letter to one reader.
    struct Sheet {
        let edition: IndexEdition
        let words: Words
        let baseURL: String

        var index: String { "\(edition.name.text(words.language)) \(edition.period)" }
        func link(_ path: String) -> String { "\(baseURL)\(path)?lang=\(words.language.rawValue)" }
        func moment(_ at: Instant) -> String {
            let wall = at.wall()
            return "\(words.date(wall.date)), \(wall.time.description) UTC"
        }
    }

    struct Text: Hashable {
        let subject: String
        let paragraphs: [String]
    }

    static func letter(_ text: Text, to address: String, named name: String, _ words: Words) -> LetterDraft {
        LetterDraft(
            to: address, subject: text.subject,
            text: ([words("measure.mail.greeting", ["name": name])] + text.paragraphs).joined(separator: "\n\n") + "\n",
            language: words.language, purpose: purpose)
    }

    // MARK: To contacts

    /// `countries` by name, each with its preview.
    static func preview(_ sheet: Sheet, _ countries: [(name: String, preview: CountryPreview)]) -> Text {
        let (words, edition) = (sheet.words, sheet.edition)
        let until =
            edition.commentsUntil.map { words("measure.letter.until", ["date": sheet.moment($0)]) }
            ?? words("measure.letter.untilFrozen")
        return Text(
            subject: words("measure.letter.preview.subject", ["index": sheet.index]),
            paragraphs: [words("measure.letter.preview", ["index": sheet.index]), until]
                + countries.map { "\($0.name)\n\(sheet.link($0.preview.path))" } + [words("measure.letter.confidential")])
    }

    static func reminder(_ sheet: Sheet, _ until: Instant, _ countries: [(name: String, preview: CountryPreview)]) -> Text {
        let words = sheet.words
        return Text(
            subject: words("measure.letter.reminder.subject", ["index": sheet.index]),
            paragraphs: [words("measure.letter.reminder", ["index": sheet.index, "date": sheet.moment(until)])]
                + countries.map { "\($0.name)\n\(sheet.link($0.preview.path))" } + [words("measure.letter.confidential")])
    }

    /// What was answered is read behind the sign-in: a letter may be passed on.
    static func answer(_ sheet: Sheet, _ country: (name: String, preview: CountryPreview)) -> Text {
        let words = sheet.words
        return Text(
            subject: words("measure.letter.answer.subject", ["index": sheet.index]),
            paragraphs: [
                words("measure.letter.answer", ["index": sheet.index, "country": country.name]), sheet.link(country.preview.path),
            ])
    }

    // MARK: To those who release

    static func plan(_ sheet: Sheet, _ embargo: Instant?) -> Text {
        let words = sheet.words
        let text =
            embargo.map { words("measure.letter.plan.embargo", ["index": sheet.index, "date": sheet.moment($0)]) }
            ?? words("measure.letter.plan.cue", ["index": sheet.index])
        return Text(
            subject: words("measure.letter.plan.subject", ["index": sheet.index]),
            paragraphs: [text, sheet.link(sheet.edition.desk + "/release")])
    }

    // MARK: To both

    static func released(_ sheet: Sheet, _ countries: [(name: String, preview: CountryPreview)]) -> Text {
        let (words, edition) = (sheet.words, sheet.edition)
        let date = sheet.moment(edition.releasedAt ?? Instant(seconds: 0))
        return Text(
            subject: words("measure.letter.released.subject", ["index": sheet.index]),
            paragraphs: [
                words("measure.letter.released", ["index": sheet.index, "date": date]) + "\n" + sheet.link(edition.path)
            ] + countries.map { "\($0.name)\n\(sheet.link("\(edition.path)/u/\($0.preview.unit)"))" })
    }
}
