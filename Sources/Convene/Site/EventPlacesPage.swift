import Base
import HTML

/// The ways between an event's public pages, and what a copy says that is read without a connection.
package enum EventPlacesPage {
    package enum Place: String, CaseIterable, Sendable {
        case event, programme, speakers, register, mine, changes
        var path: String { self == .event ? "" : "/" + rawValue }
    }

    /// Stands above the main part of each of them. The note of a copy stays hidden until the worker says that it is one.
    package static func bar(_ scene: Scene, _ event: Event, current: Place?) -> Markup {
        let words = scene.words
        return """
            <p class="notice warn" id="copy" data-words="\(words("offline.copy", ["time": "%"]))" role="status" hidden></p>\
            <nav class="places" aria-label="\(words("site.places"))"><ul class="tabs">\(each(Place.allCases) { place in
                """
                <li><a href="\(url: scene.link(event.path + place.path))"\(#" aria-current="page""#, if: place == current)>\
                \(words("site.place.\(place.rawValue)"))</a></li>
                """
            })</ul></nav>

            """
    }
}
