import Base
import HTML

/// What somebody sees while so many press that her hold takes a while: that her turn is kept, and how many are before her.
enum TurnPage {
    /// `ahead`: about how many are before her; nil where another program has her in its line.
    static func main(_ scene: Scene, _ event: Event, ahead: Int?) -> Markup {
        let words = scene.words
        return """
            <section class="panel turn"><p class="notice"><b>\(words("registration.line.kept"))</b> \
            \(words("registration.line.help"))</p>\
            \(#"<p class="turn-ahead">\#(words("registration.ahead", count: ahead ?? 0))</p>"#, if: ahead != nil)\
            <p class="actions"><a class="button quiet" href="\(url: scene.path)">\(words("registration.line.look"))</a></p>\
            </section>
            """
    }
}
