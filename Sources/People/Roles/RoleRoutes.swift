import Base
import HTML
import HTTPTypes
import Store
import Web

/// The addresses where roles are given and ended. They lie on the person's page; the verb asks for more than the page.
struct RoleRoutes: Sendable {
    let persons: PersonRoutes

    var routes: [Route] {
        [
            route("/desk/people/:person/roles") { grant, person, viewer, tx in
                try RoleActions.grant(grant, to: person, by: viewer, in: tx)
            },
            route("/desk/people/:person/roles/end") { grant, person, viewer, tx in
                try RoleActions.revoke(grant, from: person, by: viewer, in: tx)
            },
        ]
    }

    private func route(_ path: String, _ work: @escaping @Sendable (Grant, Identifier, Viewer, Writer) throws -> Void) -> Route {
        Route(.post, path, .role(.secretariat)) { [persons] exchange in
            let viewer = try exchange.viewer.demand(.secretariat)
            let id = try exchange.id("person")
            let form = RoleForm(exchange.form.fields)
            return try await exchange.answering {
                let grant = try form.grant()
                try await exchange.database.write { try work(grant, id, viewer, $0) }
                return exchange.seeOther("/desk/people/\(id)")
            } otherwise: {
                try await persons.page(exchange, PersonPage.Typed(complaints: $0))
            }
        }
    }
}

/// Where a role can be given besides everywhere: in an event and in a part of one. What they are, a wing knows.
package struct RolePlaces: Sendable {
    let events: @Sendable (Reader) throws -> [Reference]
    /// Those of one event, in their order.
    let parts: @Sendable (_ event: Identifier, Reader) throws -> [Reference]

    func event(_ id: Identifier?, in tx: Reader) throws -> Reference? {
        try id.flatMap { id in try events(tx).first { $0.id == id } }
    }

    /// Nil for a role in the whole event, and for a part that is no longer there.
    func part(of grant: Grant, in tx: Reader) throws -> Reference? {
        guard let event = grant.scope, let part = grant.part else { return nil }
        return try parts(event, tx).first { $0.id == part }
    }
}
