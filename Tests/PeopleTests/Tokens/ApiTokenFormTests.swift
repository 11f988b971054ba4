import HTML
import People
import Testing

@Suite struct ApiTokenFormTests {
    private func form(_ fields: [String: String]) -> ApiTokenForm { ApiTokenForm { fields[$0] ?? "" } }

    @Test("a form becomes a draft, or says what is wrong")
    func draft() throws {
        let draft = try form(["name": "a", "scope-read": "yes", "scope-releases": "yes", "scope-programme": "no", "days": "90"])
            .draft()
        #expect(draft == ApiTokenDraft(name: "a", scopes: [.read, .releases], days: 90))
        #expect(throws: Complaints.self) { try form(["name": "a", "days": ""]).draft() }
        #expect(throws: Complaints.self) { try form(["name": "", "days": "90"]).draft() }
        #expect(throws: Complaints.self) { try form(["name": "a", "days": "90", "event": "nonsense"]).draft() }
    }
}
