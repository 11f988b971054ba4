import Base
import HTML

/// What the desk pages of an event have in common: the way back, its places, whether the public sees the same.
package enum DraftDeskPage {
    package enum Place: String, CaseIterable, Sendable {
        case programme, plan, speakers, agenda
        case imports = "import"
        case releases
        case registrations
        case settings = ""
        case team
        package func path(_ event: Event) -> String { "/desk\(event.path)" + (rawValue.isEmpty ? "" : "/" + rawValue) }
        /// Whoever may not work there is not led there.
        var role: Role {
            switch self {
            case .programme, .plan, .speakers, .releases: .reader
            case .agenda, .imports: .editor
            case .settings, .team, .registrations: .organiser
            }
        }
        var words: String {
            switch self {
            case .programme, .plan, .agenda, .releases: "programme.place.\(rawValue)"
            case .speakers: "site.place.speakers"
            case .imports: "scheduleImport.title"
            case .registrations: "registration.desk"
            case .settings: "event.desk.settings"
            case .team: "event.desk.team"
            }
        }
    }

    /// How the draft stands to what is released.
    package enum Standing: Hashable, Sendable {
        case unreleased
        case same(Int)
        case differs(Int)

        package init(draft digest: String, latest: (number: Int, digest: String)?) {
            guard let latest else {
                self = .unreleased
                return
            }
            self = digest == latest.digest ? .same(latest.number) : .differs(latest.number)
        }
    }

    package static func head(_ scene: Scene, _ event: Event, _ place: Place, title: String, below: String? = nil) -> Markup {
        let words = scene.words
        return """
            <nav class="breadcrumb" aria-label="\(words("programme.breadcrumb"))"><ol>\
            <li><a href="\(url: scene.link("/desk"))">\(words("frame.desk"))</a></li>\
            <li><a href="\(url: scene.link(Place.programme.path(event)))">\(scene.text(event.name))</a></li>\
            \(below.map { #"<li><a href="\#(url: scene.link(place.path(event)))">\#($0)</a></li>"# })\
            <li aria-current="page">\(title)</li></ol></nav>
            <h1>\(title)</h1>
            \(places(scene, event, place))
            """
    }

    private static func places(_ scene: Scene, _ event: Event, _ place: Place) -> Markup {
        let words = scene.words
        let open = Place.allCases.filter { $0 == place || scene.viewer?.may($0.role, in: event.id) == true }
        return """
            <nav aria-label="\(words("event.desk.places"))"><ul class="tabs">\(each(open) { one in
                """
                <li><a href="\(url: scene.link(one.path(event)))"\(#" aria-current="page""#, if: one == place)>\
                \(words(one.words))</a></li>
                """
            })<li><a href="\(url: scene.link(event.path))">\(words("event.desk.page"))</a></li></ul></nav>

            """
    }

    package static func notice(_ scene: Scene, _ event: Event, _ standing: Standing) -> Markup {
        let words = scene.words
        let releases = scene.link(Place.releases.path(event))
        switch standing {
        case .unreleased:
            return
                #"<p class="notice warn">\#(words("programme.unreleased")) <a href="\#(url: releases)">\#(words("release.toPublish"))</a></p>"#
        case .same(let number):
            return #"<p class="notice good">\#(words("programme.asReleased", ["number": words.number(number)]))</p>"#
        case .differs(let number):
            return """
                <p class="notice warn">\(words("programme.differs", ["number": words.number(number)])) \
                <a href="\(url: releases)">\(words("release.toPublish"))</a></p>
                """
        }
    }

    /// `09:20–09:25`; a time past midnight says so.
    package static func times(_ start: ClockTime, _ end: ClockTime) -> String { clock(start) + "–" + clock(end) }
    package static func clock(_ time: ClockTime) -> String {
        time.minutes > 1440 ? time.onTheWall + " (+1)" : time.minutes == 1440 ? "24:00" : time.onTheWall
    }
}
