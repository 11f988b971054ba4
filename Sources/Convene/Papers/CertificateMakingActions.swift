import Base
import Store

extension CertificateActions {
    /// Freezes what a certificate says.
    struct Maker {
        let event: Event
        let settings: PaperSettings
        let today: CalendarDate

        init(_ event: Event, _ settings: PaperSettings? = nil, in tx: Reader) throws {
            self.event = event
            self.settings = try settings ?? PaperSettingsStore.find(event.id, in: tx)
            today = (Zone(event.zone) ?? .utc).wall(at: tx.now).date
        }

        func make(_ kind: Certificate.Kind, for one: Registration, mode: PlaceCategory.Mode, in tx: Writer) -> Certificate {
            made(content(kind, one.holder, mode), one.id, one.person, in: tx)
        }

        /// In the language of her registration, or the one that is given. The name stands as it does on the programme.
        func make(
            _ speaker: CertificateRules.Speaker, owner: Registration?, language: Language, in tx: Writer
        ) -> Certificate {
            var holder = owner?.holder ?? RegistrationHolder(language: language)
            if holder.name.isEmpty { holder.name = speaker.name }
            var content = content(.speaker, holder, .room)
            content.talks = speaker.talks
            return made(content, owner?.id, speaker.key.person, in: tx)
        }

        func invitation(_ one: Registration, _ text: InvitationText, mode: PlaceCategory.Mode, number: String)
            -> CertificateContent
        {
            var content = content(.invitation, one.holder, mode, number: number)
            content.language = text.language
            content.paragraphs = text.paragraphs
            content.address = text.address
            return content
        }

        private func content(
            _ kind: Certificate.Kind, _ holder: RegistrationHolder, _ mode: PlaceCategory.Mode,
            number: String = Certificate.newNumber()
        ) -> CertificateContent {
            CertificateContent(
                number: number, kind: kind, date: today, name: holder.name, latin: holder.latin, language: holder.language,
                event: event.name, first: event.first, last: event.last, venue: event.venue, city: event.city,
                country: event.country, mode: mode, letterhead: settings.letterhead, signatories: settings.signatories)
        }

        func made(_ content: CertificateContent, _ registration: Identifier?, _ person: Identifier?, in tx: Writer)
            -> Certificate
        {
            Certificate(
                id: tx.newID(), number: content.number, kind: content.kind, event: event.id, registration: registration,
                person: person, issuedAt: tx.now, content: content, digest: AuditTrail.digest(json(content)))
        }
    }
}
