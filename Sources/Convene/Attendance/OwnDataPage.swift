import Base
import HTML

/// What is held of somebody, and how to have it forgotten: on the page of her registration.
enum OwnDataPage {
    /// `way` is the page's own path; from `day` on nothing says who she was.
    static func section(_ scene: Scene, way: String, day: CalendarDate) -> Markup {
        let words = scene.words
        return """
            <details class="panel"><summary>\(words("retention.own"))</summary>\
            <p>\(words("retention.own.until", ["date": words.date(day)]))</p>\
            <p class="actions"><a class="button quiet" href="\(url: scene.link(way + "/data.json"))">\(words("retention.data"))</a></p>\
            <p>\(words("retention.erase.help"))</p>\
            <form method="post" action="\(url: scene.link(way + "/erase"))">\(scene.guardField)\
            <div class="field check"><input id="sure" name="sure" type="checkbox" value="yes" required>\
            <label for="sure">\(words("retention.erase.sure"))</label></div>\
            <button class="button quiet" type="submit">\(words("retention.erase"))</button></form></details>

            """
    }
}
