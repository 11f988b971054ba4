import Base
import HTML

/// All that there is to take away: each table, the method, everything together, and what gives the same numbers again.
enum IndexDownloadsPage {
    static func main(_ scene: Scene, _ view: IndexView) -> Markup {
        let words = scene.words
        let files = EditionArchive.names(view).filter { $0 != .reproduce }
        return """
            \(IndexFramePage.head(scene, view, .downloads))<p class="lede">\(words("index.download.lede"))</p>\
            <section class="panel"><h2>\(words("index.download.reproduce"))</h2><p>\(words("index.download.reproduce.text"))</p>\
            <pre class="ix-command" dir="ltr"><code>\(EditionArchive.command)</code></pre><p class="actions">\
            <a class="button" href="\(url: path(view, .reproduce))">reproduce.zip</a></p></section>\
            <ul class="cards ix-files">\(each(files) { file in
                """
                <li class="card"><h2><a href="\(url: path(view, file))"><bdi>\(file.rawValue)</bdi></a></h2>\
                <p>\(words("index.download.\(file.key)"))</p></li>
                """
            })</ul>
            """
    }

    private static func path(_ view: IndexView, _ file: EditionArchive.Name) -> String {
        "\(view.edition.path)/download/\(file.rawValue)"
    }
}
