import Base
import HTML

/// What the desk pages about registration have in common: the event's places above, and their own below.
package enum RegistrationTabsPage {
    package enum Tab: String, CaseIterable, Sendable {
        case registrations, places, questions, letters, doors, papers
        package func path(_ event: Event) -> String { "/desk\(event.path)/\(rawValue)" }
    }

    package static func head(_ scene: Scene, _ event: Event, _ tab: Tab, title: String) -> Markup {
        let words = scene.words
        return """
            \(DraftDeskPage.head(scene, event, .registrations, title: title))\
            <nav aria-label="\(words("registration.desk"))"><ul class="chips ways">\(each(Tab.allCases) { one in
                """
                <li><a href="\(url: scene.link(one.path(event)))"\(#" aria-current="page""#, if: one == tab)>\
                \(words("registration.tab.\(one.rawValue)"))</a></li>
                """
            })</ul></nav>

            """
    }
}
