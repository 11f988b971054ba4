import Base
import HTML

/// The tracks under the draft's list: what ties sessions of one subject together.
package enum TrackDeskPage {
    package static func tracks(_ scene: Scene, _ view: ProgrammeDeskPage.View) -> Markup {
        let words = scene.words
        return """
            <section class="panel" aria-labelledby="tracks"><h2 id="tracks">\(words("programme.tracks"))</h2>\
            \(#"<ul class="plain">\#(each(view.programme.tracks) { "<li>\(scene.text($0.name))</li>" })</ul>"#, if: !view.mayEdit)\
            \(each(view.programme.tracks) { track(scene, view, $0) }, if: view.mayEdit)\(track(scene, view, nil), if: view.mayEdit)\
            </section>

            """
    }

    /// One track's form, folded; nil for a new one.
    private static func track(_ scene: Scene, _ view: ProgrammeDeskPage.View, _ track: Track?) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let prefix = TrackForm.prefix(track?.id)
        let colour = "\(prefix)-colour"
        let fields = Language.allCases.map { "\(prefix)-\($0.rawValue)" } + [colour]
        let names = each(Language.allCases) { language in
            let field = "\(prefix)-\(language.rawValue)"
            return parts.input(
                field, label: words("programme.roomName", ["language": words.languageName(language.rawValue)]),
                value: view.typed[field] ?? track?.name[language.rawValue] ?? "", language: language)
        }
        return """
            <details\(" open", if: fields.contains { view.complaints[$0] != nil })>\
            <summary>\(track.map { scene.text($0.name) } ?? "\(words("programme.addTrack"))")</summary>\
            <form method="post" action="\(url: scene.link("/desk\(view.event.path)/tracks"))">\(scene.guardField)\
            <input type="hidden" name="track" value="\(track?.id.text ?? "")">\(names)\
            \(parts.input(colour, label: words("programme.colour"), value: view.typed[colour] ?? track?.colour ?? "",
                          help: words("programme.colour.help")))\
            <button class="button" type="submit" name="do" value="save">\(words("programme.saveTrack"))</button>\
            \(#" <button class="button quiet" type="submit" name="do" value="remove">\#(words("programme.removeTrack"))</button>"#,
              if: track != nil)</form></details>
            """
    }
}
