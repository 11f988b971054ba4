import Base
import HTML
import Store
import Web

/// The face of People: who is asking, and which organisations there are.
package enum PeopleModule {
    /// `events` finds the places where a role can be given: they belong to a wing.
    package static func module(events: @escaping @Sendable (Reader) throws -> [Reference] = { _ in [] }) -> Module {
        let persons = PersonRoutes(events: events)
        return Module(
            name: "people",
            routes: OrganisationRoutes.routes + MembershipRoutes.routes + persons.routes + RoleRoutes(persons: persons).routes
                + SignInRoutes.routes + ProfileRoutes.routes,
            migrations: PeopleSchema.migrations + ProfileSchema.migrations, words: EmbeddedFiles.all,
            places: [PageFrame.Place("people.place.members", path: "/members")], personal: PersonalStore.records)
    }

    /// What is held of a person, over all wings: `records` are theirs, `archive` puts named files into one.
    package static func personalRoutes(
        _ records: [PersonalRecord], archive: @escaping @Sendable ([(name: String, bytes: [UInt8])]) throws -> [UInt8],
        files: @escaping @Sendable (Identifier, Reader) throws -> [(name: String, bytes: [UInt8])] = { _, _ in [] }
    ) -> [Route] {
        PersonalDataRoutes(records: records, files: files, archive: archive).routes
    }
}
