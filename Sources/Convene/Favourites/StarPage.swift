import Base
import HTML

/// The star of a session. On a page that is the same for everyone it is a way to the reader's own page, which a script makes
/// a switch; on the page of somebody who is signed in it is a switch already, a form.
package struct StarPage: Sendable {
    package enum Keeping: Sendable {
        /// The page has no stars.
        case nowhere
        case browser
        case account(Set<Identifier>)
    }
    package let scene: Scene
    package let event: Event
    package let keeping: Keeping
    private let label: String

    package init(_ scene: Scene, _ event: Event, _ keeping: Keeping) {
        self.scene = scene
        self.event = event
        self.keeping = keeping
        label = scene.words("favourite.star")
    }

    /// With its words where it stands alone; beside a title the sign says it, and its name has the title in it.
    package func markup(_ session: Identifier, _ title: String, isAlone: Bool = false) -> Markup {
        let name: Markup = isAlone ? .empty : #" aria-label="\#(label): \#(title)""#
        let style: Markup = isAlone ? "button quiet star" : "star"
        switch keeping {
        case .nowhere: return .empty
        case .browser:
            return """
                <a class="\(style)" href="\(url: scene.link("\(event.path)/mine?add=\(session)"))" rel="nofollow" \
                data-star="\(session)"\(name)>\(isAlone ? label : "")</a>
                """
        case .account(let chosen):
            let isChosen = chosen.contains(session)
            let next = isAlone ? scene.path : "\(scene.path)#s-\(session)"
            return """
                <form class="stars" method="post" action="\(url: scene.link(event.path + "/favourites"))">\(scene.guardField)\
                <input type="hidden" name="session" value="\(session)"><input type="hidden" name="next" value="\(next)">\
                <button class="\(style)" type="submit" name="action" value="\(isChosen ? "remove" : "add")" \
                aria-pressed="\(isChosen ? "true" : "false")"\(name)>\(isAlone ? label : "")</button></form>
                """
        }
    }
}
