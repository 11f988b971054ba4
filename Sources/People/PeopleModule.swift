import Base
import HTML
import Store
import Web

/// The face of People: who is asking, and which organisations there are.
package enum PeopleModule {
    /// `events` finds the places where a role can be given, `parts` those of one event: they belong to a wing. `providers`
    /// are sign-ins elsewhere.
    package static func module(
        events: @escaping @Sendable (Reader) throws -> [Reference] = { _ in [] },
        parts: @escaping @Sendable (Identifier, Reader) throws -> [Reference] = { _, _ in [] }, providers: [SignInProvider] = [],
        hasher: PasswordHasher = PasswordHasher()
    ) -> Module {
        let places = RolePlaces(events: events, parts: parts)
        let persons = PersonRoutes(places: places)
        return Module(
            name: "people",
            routes: OrganisationRoutes.routes + MembershipRoutes.routes + persons.routes + RoleRoutes(persons: persons).routes
                + accountRoutes(places: places, providers: providers, hasher: hasher) + ProfileRoutes.routes
                + PortraitRoutes.routes
                + ApiTokenRoutes(events: events).routes
                + ApiPeopleRoutes.routes,
            migrations: PeopleSchema.migrations + ProfileSchema.migrations + ApiTokenSchema.migrations
                + PasswordSchema.migrations + ProviderSchema.migrations + InvitationSchema.migrations + RoleSchema.migrations,
            words: EmbeddedFiles.all,
            places: [PageFrame.Place("people.place.members", path: "/members")],
            personal: PersonalStore.records + [ApiTokenStore.personal, PasswordStore.personal, ProviderStore.personal]
                + InvitationStore.personal)
    }

    /// Signing in, and all that belongs to one's account.
    private static func accountRoutes(
        places: RolePlaces, providers: [SignInProvider], hasher: PasswordHasher
    ) -> [Route] {
        SignInRoutes(hasher: hasher, providers: providers).routes + ProviderRoutes(providers: providers).routes
            + AccountRoutes(providers: providers).routes + PasswordRoutes(hasher: hasher).routes + SittingRoutes.routes
            + InvitationRoutes(places: places).routes + TeamRoutes(places: places).routes
    }

    /// What is held of a person, over all wings: `records` are theirs, `archive` puts named files into one.
    package static func personalRoutes(
        _ records: [PersonalRecord], archive: @escaping @Sendable ([(name: String, bytes: [UInt8])]) throws -> [UInt8]
    ) -> [Route] {
        PersonalDataRoutes(records: records, archive: archive).routes
    }
}
