import Base
import HTTPTypes
import Testing

@testable import Web

@Suite struct RouteTableTests {
    private func table() throws -> RouteTable {
        let answer: Route.Handler = { _ in .text("") }
        return try RouteTable([
            Route(.get, "/", .anyone, handler: answer), Route(.get, "/e/:event", .anyone, handler: answer),
            Route(.get, "/e/new", .anyone, handler: answer), Route(.post, "/e/:event/s/:session", .signedIn, handler: answer),
        ])
    }
    private func found(_ method: HTTPRequest.Method, _ path: String) throws -> String? {
        guard case .found(let route, let parameters) = try table().match(method, path) else { return nil }
        return route.path + " " + parameters.sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value }.joined(separator: ",")
    }

    @Test("fixed segments go before named ones; names carry decoded values")
    func matches() throws {
        #expect(try found(.get, "/") == "/ ")
        #expect(try found(.get, "/e/new") == "/e/new ")
        #expect(try found(.get, "/e/gmc%202025") == "/e/:event event=gmc 2025")
        #expect(try found(.post, "/e/new/s/1") == "/e/:event/s/:session event=new,session=1")
        #expect(try found(.head, "/e/x") == "/e/:event event=x")
        #expect(try found(.get, "/nothing/here") == nil)
    }

    @Test("a known path with another method names those it takes")
    func methods() throws {
        guard case .otherMethods(let methods) = try table().match(.delete, "/e/x") else {
            return #expect(Bool(false), "not a 405")
        }
        #expect(methods == [.get, .head])
    }

    @Test("a route that is written twice is refused")
    func twice() {
        let route = Route(.get, "/a/:x", .anyone) { _ in .text("") }
        #expect(throws: RouteTable.Fault.self) { try RouteTable([route, Route(.get, "/a/:y", .anyone) { _ in .text("") }]) }
    }
}
