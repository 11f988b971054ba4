import Base
import HTML

/// The materials of a session on its public page: a list; a recording of ours can be played with its captions.
package enum MaterialPage {
    /// Nothing where there is nothing to show and nothing to add.
    package static func list(
        _ scene: Scene, _ event: Event, _ session: Identifier, _ shown: MaterialActions.Shown
    ) -> Markup {
        guard !shown.materials.isEmpty || shown.isMoreForSignedIn || shown.mayAdd else { return .empty }
        let words = scene.words
        let captions = Dictionary(grouping: shown.materials.filter { $0.kind == .captions }, by: \.recording)
        let known = Set(shown.materials.filter { $0.kind == .recording }.map(\.id))
        let rows = shown.materials.filter { material in !(material.recording.map(known.contains) ?? false) }
        return """
            <section class="materials"><h2>\(words("material.title"))</h2>\
            \(rowList(scene, event, rows, captions), if: !rows.isEmpty)\
            \(more(scene, event, session), if: shown.isMoreForSignedIn)\
            \(manage(scene, event, session), if: shown.mayAdd)</section>
            """
    }

    private static func rowList(
        _ scene: Scene, _ event: Event, _ rows: [Material], _ captions: [Identifier?: [Material]]
    ) -> Markup {
        #"<ul class="plain">\#(each(rows) { "<li>\(row(scene, event, $0, captions: captions[$0.id] ?? []))</li>" })</ul>"#
    }

    private static func row(_ scene: Scene, _ event: Event, _ material: Material, captions: [Material]) -> Markup {
        """
        \(player(scene, event, material, captions))<p><a href="\(url: address(event, material))"\(rel(material))>\
        \(name(scene, material))</a> <span class="meta">\(about(scene, material))</span></p>\
        \(captionList(scene, event, captions), if: !captions.isEmpty)
        """
    }

    /// Nothing is fetched before somebody wants it: a recording may have fifty megabytes.
    private static func player(_ scene: Scene, _ event: Event, _ material: Material, _ captions: [Material]) -> Markup {
        guard material.kind == .recording, let file = material.file, file.isVideo || file.isAudio else { return .empty }
        let words = scene.words
        let source: Markup =
            #" controls preload="none" aria-label="\#(name(words, material))" src="\#(url: address(event, material))""#
        guard file.isVideo else { return "<audio\(source)></audio>" }
        let wanted = captions.first { Language(tag: $0.language) == scene.language }?.id
        return """
            <video\(source)>\(each(captions) { one in
                """
                <track kind="captions" srclang="\(one.language)" label="\(words.languageName(one.language))" \
                src="\(url: address(event, one))"\(" default", if: one.id == wanted)>
                """
            })</video>
            """
    }

    private static func captionList(_ scene: Scene, _ event: Event, _ captions: [Material]) -> Markup {
        let words = scene.words
        return """
            <p class="meta">\(words("material.kind.captions")): \(each(captions) { one in
                #"<a href="\#(url: address(event, one))">\#(words.languageName(one.language))</a> "#
            })</p>
            """
    }

    private static func more(_ scene: Scene, _ event: Event, _ session: Identifier) -> Markup {
        let way = scene.link("/sign-in?next=" + percentEncoded("\(event.path)/s/\(session)"))
        return #"<p>\#(scene.words("material.more")) <a href="\#(url: way)">\#(scene.words("frame.signIn"))</a></p>"#
    }

    private static func manage(_ scene: Scene, _ event: Event, _ session: Identifier) -> Markup {
        let way = scene.link(MaterialDeskPage.path(event, session))
        return #"<p class="actions"><a href="\#(url: way)">\#(scene.words("material.manage"))</a></p>"#
    }

    // MARK: Parts that the desk shows, too

    static func address(_ event: Event, _ material: Material) -> String {
        material.file == nil ? material.url : Material.path(event, material.session, material.id)
    }
    static func rel(_ material: Material) -> Markup { material.file == nil ? #" rel="external""# : .empty }

    /// Its title, else what it is.
    static func name(_ scene: Scene, _ material: Material) -> Markup {
        material.title.isEmpty ? Markup(name(scene.words, material)) : scene.text(material.title)
    }
    static func name(_ words: Words, _ material: Material) -> String {
        guard material.title.isEmpty else { return material.title.text(words.language) }
        let kind = words("material.kind.\(material.kind.rawValue)")
        return material.kind == .captions && !material.language.isEmpty
            ? "\(kind) (\(words.languageName(material.language)))" : kind
    }

    /// Kind, form, size, language, licence: what one wants to know before fetching it.
    static func about(_ scene: Scene, _ material: Material) -> Markup {
        let words = scene.words
        var parts: [Markup] = []
        if !material.title.isEmpty { parts.append("\(words("material.kind.\(material.kind.rawValue)"))") }
        if let file = material.file {
            parts.append("<bdi>\(MaterialContent.label(file.type))</bdi>")
            parts.append("\(size(words, file.size))")
        } else {
            parts.append("<bdi>\(host(material.url))</bdi>")
        }
        // The name of captions without a title says their language already.
        let isSaid = material.kind == .captions && material.title.isEmpty
        if !material.language.isEmpty, !isSaid { parts.append("\(words.languageName(material.language))") }
        if let licence = material.licence {
            parts.append(#"<a href="\#(url: licence.address)" rel="license"><bdi>\#(licence.name)</bdi></a>"#)
        }
        if material.visibility != .everyone {
            parts.append("\(words("material.visibility.\(material.visibility.rawValue)"))")
        }
        return each(parts) { "<span>\($0)</span> " }
    }

    static func host(_ url: String) -> String {
        String(url.dropFirst("https://".count).prefix { !"/?#".contains($0) })
    }

    static func size(_ words: Words, _ bytes: Int) -> String {
        let tenths = (bytes * 10 + 524_288) / 1_048_576
        return tenths >= 10
            ? words("material.megabytes", ["size": words.number(Double(tenths) / 10)])
            : words("material.kilobytes", ["size": words.number(max(1, (bytes + 512) / 1024))])
    }
}
