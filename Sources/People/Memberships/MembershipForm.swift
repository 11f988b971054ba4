import Base
import HTML

/// The forms about a membership: an application, a step, a change of type.
package struct MembershipForm: Sendable {
    /// Several of them stand on one page, so their fields bear the purpose in their names.
    package enum Purpose: String, CaseIterable, Sendable, Hashable {
        case apply, ratify, leave, kind
        /// Those about a membership that there is.
        static let recorded: [Purpose] = [.ratify, .leave, .kind]
    }
    package let purpose: Purpose
    package var organisation = ""
    package var kind = Organisation.Kind.university.rawValue
    package var on = ""
    package var source = ""

    package init(_ purpose: Purpose) { self.purpose = purpose }
    package init(_ purpose: Purpose, _ fields: [(name: String, value: String)]) {
        self.purpose = purpose
        let line = FormLines(fields)
        organisation = line[name("organisation")]
        kind = line[name("kind")]
        on = line[name("on")]
        source = line[name("source")]
    }
    /// The name of a field on the page.
    func name(_ field: String) -> String { purpose.rawValue + "_" + field }

    /// Complaints of the verbs, put beside the fields of this form.
    func placed(_ complaints: Complaints) -> Complaints {
        var placed = Complaints()
        for complaint in complaints.all {
            let known = complaint.field.hasPrefix(purpose.rawValue + "_")
            placed.add(known ? complaint.field : name(complaint.field), complaint.words, complaint.arguments)
        }
        return placed
    }

    package struct Application: Hashable, Sendable {
        package let organisation: Identifier
        package let kind: Organisation.Kind
        package let on: KnownDate?
        package let source: String
    }
    package func application() throws -> Application {
        var complaints = Complaints()
        let chosen = Identifier(organisation)
        if chosen == nil { complaints.add(name("organisation"), "people.refusal.organisation") }
        if !on.isEmpty, KnownDate(on) == nil { complaints.add(name("on"), "member.refusal.date") }
        if source.count > 500 { complaints.add(name("source"), "people.refusal.long") }
        guard complaints.isEmpty, let chosen else { throw complaints }
        return Application(organisation: chosen, kind: chosenKind, on: KnownDate(on), source: source)
    }

    /// A step needs its date, to the day, the month or the year.
    package func step() throws -> (on: KnownDate, source: String) {
        var complaints = Complaints()
        let date = KnownDate(on)
        if date == nil { complaints.add(name("on"), "member.refusal.date") }
        if source.count > 500 { complaints.add(name("source"), "people.refusal.long") }
        guard complaints.isEmpty, let date else { throw complaints }
        return (date, source)
    }

    package func change() throws -> (kind: Organisation.Kind, from: CalendarDate) {
        guard let date = CalendarDate(on) else { throw Complaints(name("on"), "people.refusal.date") }
        return (chosenKind, date)
    }

    private var chosenKind: Organisation.Kind { Organisation.Kind(rawValue: kind) ?? .other }
}
