import Base
import CompositeIndex
import HTML
import People
import Store

/// With what letters about editions are written.
package struct EditionPen: Sendable {
    package let book: WordBook
    package let baseURL: String
    /// For those who have not said in which language they want their letters.
    package let language: Language

    package init(book: WordBook, baseURL: String, language: Language = .en) {
        self.book = book
        self.baseURL = baseURL
        self.language = language
    }
}

/// Letters about an edition, put into the outbox by the transaction of the verb that they tell of. Each asks for itself whether there
/// is somebody to be told: nobody is told twice, and who has no address is not told.
package enum EditionPostMail {
    private typealias Country = (name: String, preview: CountryPreview)

    // MARK: Occasions

    /// Contacts who may look from now on: a letter each, whatever the number of her countries.
    package static func previewOpened(_ id: Identifier, _ pen: EditionPen, in tx: Writer) throws {
        guard let edition = try EditionStore.find(id, in: tx), edition.state == .preview else { return }
        let countries = try countries(edition, PreviewStore.all(of: id, in: tx), tx)
        try tell(countries.keys, of: edition, pen, tx) { person, sheet in
            let new = try (countries[person] ?? []).filter {
                try EditionLetterStore.mark(.preview($0.preview), of: id, to: person, in: tx)
            }
            return new.isEmpty ? nil : EditionLetterMail.preview(sheet, new)
        }
    }

    /// Contacts who have said nothing, in the last two days in which they may, if they were told two days before.
    package static func remind(_ pen: EditionPen, in tx: Writer) throws {
        let days = Int64(2 * 86_400)
        for id in try EditionLetterStore.closing(before: tx.now.adding(seconds: days), in: tx) {
            guard let edition = try EditionStore.find(id, in: tx), let until = edition.commentsUntil else { continue }
            let silent = Set(try EditionLetterStore.silent(since: tx.now.adding(seconds: -days), of: id, in: tx))
            let countries = try countries(edition, PreviewStore.all(of: id, in: tx).filter { silent.contains($0.id) }, tx)
            try tell(countries.keys, of: edition, pen, tx) { person, sheet in
                try EditionLetterStore.mark(.reminder(until: until), of: id, to: person, in: tx)
                    ? EditionLetterMail.reminder(sheet, until, countries[person] ?? []) : nil
            }
        }
    }
    package static func isReminderDue(in tx: Reader) throws -> Bool {
        try !EditionLetterStore.closing(before: tx.now.adding(seconds: 2 * 86_400), in: tx).isEmpty
    }

    package static func answered(_ comment: PreviewComment, _ pen: EditionPen, in tx: Writer) throws {
        guard let preview = try PreviewStore.find(comment.preview, in: tx),
            let edition = try EditionStore.find(preview.edition, in: tx), [.preview, .frozen].contains(edition.state)
        else { return }
        let countries = try countries(edition, [preview], tx)
        try tell(countries.keys, of: edition, pen, tx) { person, sheet in
            guard let country = countries[person]?.first,
                try EditionLetterStore.mark(.answer(comment), of: edition.id, to: person, in: tx)
            else { return nil }
            return EditionLetterMail.answer(sheet, country)
        }
    }

    /// Those who were named, as soon as the edition is frozen and planned, in whichever order.
    package static func planned(_ id: Identifier, _ pen: EditionPen, in tx: Writer) throws {
        guard let edition = try EditionStore.find(id, in: tx), edition.state == .frozen else { return }
        try tell(EditionStore.releasers(of: id, in: tx), of: edition, pen, tx) { person, sheet in
            try EditionLetterStore.mark(.plan(edition.embargo), of: id, to: person, in: tx)
                ? EditionLetterMail.plan(sheet, edition.embargo) : nil
        }
    }

    /// Contacts, with the public pages of their countries, and those who were named.
    package static func released(_ id: Identifier, _ pen: EditionPen, in tx: Writer) throws {
        guard let edition = try EditionStore.find(id, in: tx), edition.state == .released else { return }
        let countries = try countries(edition, PreviewStore.all(of: id, in: tx), tx)
        let people = Set(countries.keys).union(try EditionStore.releasers(of: id, in: tx))
        try tell(people, of: edition, pen, tx) { person, sheet in
            try EditionLetterStore.mark(.release, of: id, to: person, in: tx)
                ? EditionLetterMail.released(sheet, countries[person] ?? []) : nil
        }
    }

    // MARK: Parts

    private static func countries(
        _ edition: IndexEdition, _ previews: [CountryPreview], _ tx: Reader
    ) throws -> [Identifier: [Country]] {
        guard !previews.isEmpty else { return [:] }
        let data = try EditionStore.content(of: edition.id, in: tx).data
        return Dictionary(
            grouping: previews.map { (name: data?.unit($0.unit)?.name ?? $0.unit, preview: $0) }, by: \.preview.person)
    }

    private static func tell(
        _ people: some Sequence<Identifier>, of edition: IndexEdition, _ pen: EditionPen, _ tx: Writer,
        _ text: (Identifier, EditionLetterMail.Sheet) throws -> EditionLetterMail.Text?
    ) throws {
        let persons = try PersonStore.named(people, in: tx)
        let profiles = try ProfileStore.named(persons.keys, in: tx)
        for person in persons.values.sorted(by: { $0.id < $1.id }) {
            guard let address = person.email else { continue }
            let words = pen.book.words(profiles[person.id]?.reading ?? pen.language)
            let sheet = EditionLetterMail.Sheet(edition: edition, words: words, baseURL: pen.baseURL)
            guard let text = try text(person.id, sheet) else { continue }
            try tx.post(EditionLetterMail.letter(text, to: address, named: person.name, words))
        }
    }
}
