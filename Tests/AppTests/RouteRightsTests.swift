import App
import Base
import TestKit
import Testing
import Web

/// What the addresses say of themselves is held to the written matrix: a new one needs a line there, and so a thought.
@Suite struct RouteRightsTests {
    @Test("every address stands in the written matrix with the right it asks for; nothing else stands there")
    func complete() async throws {
        try await AppWorld.with(.sqlite) { world in
            let asked = Set(world.house.table.routes.map { "\(Self.name($0.access)) \($0.method) \($0.path)" })
            let written = Set(RouteRights.lines)
            #expect(asked.subtracting(written).sorted() == [], "not written, or otherwise")
            #expect(written.subtracting(asked).sorted() == [], "written, and not there")
            #expect(RouteRights.lines.count == written.count, "a line twice")
        }
    }

    private static func name(_ access: Route.Access) -> String {
        switch access {
        case .anyone: "anyone"
        case .signedIn: "signedIn"
        case .role(let role): role.rawValue
        case .part(let role): "\(role.rawValue)-of-part"
        }
    }
}
