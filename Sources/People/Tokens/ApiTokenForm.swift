import Base
import HTML

/// The form for a new token.
package struct ApiTokenForm: Sendable {
    package let name: String
    package let scopes: Set<String>
    package let event: String
    package let days: String

    /// The blank form.
    package init() {
        name = ""
        scopes = [ApiToken.Scope.read.rawValue]
        event = ""
        days = "90"
    }

    /// The form as it was sent: `line` gives a field's cleaned text.
    package init(sent line: (String) -> String) {
        name = line("name")
        scopes = Set(ApiToken.Scope.allCases.filter { line(ApiTokenForm.field($0)) == "yes" }.map(\.rawValue))
        event = line("event")
        days = line("days")
    }

    package static func field(_ scope: ApiToken.Scope) -> String { "scope-\(scope.word)" }

    package func draft() throws -> ApiTokenDraft {
        var complaints = Complaints()
        let id = event.isEmpty ? nil : Identifier(event)
        if id == nil, !event.isEmpty { complaints.add("event", "token.refusal.event") }
        if name.isEmpty { complaints.add("name", "token.refusal.name") }
        let days = Int(days)
        if days == nil { complaints.add("days", "token.refusal.days") }
        guard complaints.isEmpty, let days else { throw complaints }
        return ApiTokenDraft(name: name, scopes: Set(scopes.compactMap(ApiToken.Scope.init(rawValue:))), event: id, days: days)
    }
}
