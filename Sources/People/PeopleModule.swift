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
            places: [PageFrame.Place("people.place.members", path: "/members")])
    }
}
