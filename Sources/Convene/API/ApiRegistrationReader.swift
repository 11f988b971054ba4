import Base
import Formats

/// A registration of a request: JSON in → what a form would hold, or faults.
enum ApiRegistrationReader {
    /// By which of the verbs somebody is registered.
    enum Way: String, Hashable {
        /// As if she had filled the form herself: opening and closing, codes, applications and draws hold.
        case form
        /// As the desk registers somebody whom it asked to come.
        case desk
    }
    struct Wish: Sendable {
        let category: Identifier
        let way: Way
        let code: String
        /// The organisation of the register whose quota counts.
        let member: Identifier?
        let form: RegistrationForm
    }

    static func wish(_ node: JSONNode) throws(ApiFaults) -> Wish {
        var fields = ApiFieldReader(
            node,
            takes: [
                "category", "way", "code", "member", "name", "latin", "email", "organisation", "country", "language", "speaks",
            ])
        let category = fields.value("category", isNeeded: true) { Identifier($0) }
        let way: Way = fields.choice("way") ?? .form
        let code = fields.line("code", most: 80)
        let member = fields.value("member") { Identifier($0) }
        // The form knows an organisation by its code, the desk needs no code.
        if way == .form, member != nil { fields.fault("member", "api.fault.value") }
        if way == .desk, !code.isEmpty { fields.fault("code", "api.fault.value") }
        let language: Language? = fields.choice("language")
        var holder: [String: String] = [:]
        for name in ["name", "latin", "email", "organisation", "country"] {
            holder[name] = fields.line(name, most: name == "email" ? 254 : 200, isNeeded: name == "name" || name == "email")
        }
        holder["language"] = language?.rawValue
        holder["speaks"] = speaks(&fields).joined(separator: ", ")
        guard fields.faults.isEmpty, let category else { throw ApiFaults(all: fields.faults) }
        return Wish(
            category: category, way: way, code: code, member: member, form: RegistrationForm(sent: { holder[$0] ?? "" }))
    }

    /// The kind of place that somebody is moved to.
    static func target(_ node: JSONNode) throws(ApiFaults) -> Identifier {
        var fields = ApiFieldReader(node, takes: ["category"])
        let category = fields.value("category", isNeeded: true) { Identifier($0) }
        guard fields.faults.isEmpty, let category else { throw ApiFaults(all: fields.faults) }
        return category
    }

    /// Nothing is said but the address itself.
    static func nothing(_ node: JSONNode) throws(ApiFaults) {
        let fields = ApiFieldReader(node, takes: [])
        guard fields.faults.isEmpty else { throw ApiFaults(all: fields.faults) }
    }

    private static func speaks(_ fields: inout ApiFieldReader) -> [String] {
        var tags: [String] = []
        for (index, node) in fields.list("speaks", most: 10).enumerated() {
            guard case .text(let tag) = node.value, ApiFieldReader.isTag(tag) else {
                fields.fault("speaks[\(index)]", "api.fault.tag", ["tag": singleLine(node.text)])
                continue
            }
            tags.append(tag)
        }
        return tags
    }
}
