import Base
import Store

/// What a person does with her own profile.
package enum ProfileActions {
    /// Changes of a profile: everything but the portrait.
    package struct Draft: Hashable, Sendable {
        package var name: String
        package var latin: String?
        package var biography: Localized
        package var languages: [String]
        package var orcid: ORCIDIdentifier?
        package var website: String?
        package var reading: Language?
        package var isPublic: Bool
        package init(
            name: String, latin: String? = nil, biography: Localized = .empty, languages: [String] = [],
            orcid: ORCIDIdentifier? = nil, website: String? = nil, reading: Language? = nil, isPublic: Bool = false
        ) {
            self.name = name
            self.latin = latin
            self.biography = biography
            self.languages = languages
            self.orcid = orcid
            self.website = website
            self.reading = reading
            self.isPublic = isPublic
        }
    }

    /// The topic of every public page that shows something of the person.
    package static func topic(_ person: Identifier) -> String { "person:\(person)" }

    package static func change(to draft: Draft, by viewer: Viewer?, in tx: Writer) throws -> Profile {
        guard let viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        guard var person = try PersonStore.find(viewer.person, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
        let before = try ProfileStore.find(person.id, in: tx)
        var profile = before
        profile.biography = draft.biography
        profile.languages = draft.languages
        profile.orcid = draft.orcid
        profile.website = draft.website
        profile.reading = draft.reading
        profile.isPublic = draft.isPublic
        person.name = draft.name
        person.latin = draft.latin
        try PersonStore.update(person, in: tx)
        try ProfileStore.put(profile, in: tx)
        try say("profile.changed", before, profile, viewer, tx)
        return profile
    }

    /// Sets or, with nil, takes away the portrait. Returns the file that nobody needs any more.
    package static func setPortrait(_ file: Identifier?, by viewer: Viewer?, in tx: Writer) throws -> Identifier? {
        guard let viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        let before = try ProfileStore.find(viewer.person, in: tx)
        var profile = before
        profile.portrait = file
        try ProfileStore.put(profile, in: tx)
        try say(file == nil ? "profile.portraitRemoved" : "profile.portraitSet", before, profile, viewer, tx)
        return before.portrait
    }

    private static func say(_ verb: String, _ before: Profile, _ after: Profile, _ viewer: Viewer, _ tx: Writer) throws {
        try tx.audit(verb, by: viewer.person, on: "person", viewer.person, before: json(before), after: json(after))
        let reference = Reference(
            kind: "person", id: viewer.person, title: Localized(viewer.name, "und"), path: "/desk/people/\(viewer.person)")
        try tx.note(Note(name: verb, reference: reference))
        try tx.changed(topic(viewer.person))
    }
}
