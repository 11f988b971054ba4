import Base
import HTML

/// The page of a device at its door: what was said last, the one field, how many came, what was scanned, what does not agree.
/// It has a frame of its own: nothing on it leads away from the door.
package enum DoorPage {
    package struct Line: Sendable {
        package let scan: DoorScan
        package let entry: DoorEntry?
        package let earlier: DoorScan?
    }

    package struct View: Sendable {
        package let device: DoorDevice
        package let door: Door
        package let event: Event
        package let terms: DoorTerms
        package let secret: String
        package let seal: String
        package let doors: [Door]
        package let came: Int
        package let inside: Int
        /// What a form before this page has scanned.
        package let shown: Line?
        package let last: [Line]
        package let conflicts: [Line]
        /// The name that was looked for.
        package let asked: String
        package let found: [DoorEntry]
        /// The mark of the next scan by this page's forms.
        package let fresh: Identifier
        package let assets: String
    }

    /// What its script is made of: kept with the page for times without connection.
    private static let modules = [
        "door-camera.js", "door-desk.js", "door-house.js", "door-keep.js", "door-names.js", "door-rules.js", "door-sound.js",
        "door-view.js",
    ]

    package static func document(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let title = "\(view.door.name.text(scene.language)) · \(words("door.title"))"
        return """
            <!doctype html>
            <html lang="\(scene.language.rawValue)" dir="\(scene.language.direction)">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title><meta name="robots" content="noindex">
            <link rel="icon" href="\(url: view.assets)/mark.svg" type="image/svg+xml">
            <link rel="stylesheet" href="\(url: view.assets)/plenaria.css"><link rel="stylesheet" href="\(url: view.assets)/door.css">
            \(each(modules) { #"<link rel="modulepreload" href="\#(url: view.assets)/\#($0)">"# })
            <script type="module" src="\(url: view.assets)/door.js"></script></head>
            <body class="wing-convene door"><a class="skip" href="#code">\(words("frame.skip"))</a>
            \(head(scene, view))<main id="main" tabindex="-1" data-door="\(facts(scene, view).text)">
            <h1 class="visually-hidden">\(title)</h1><div class="door-main">\(result(scene, view))\(form(scene, view))</div>\
            <div class="door-side">\(found(scene, view))\(DoorLinesPage.all(scene, view))\
            \(about(scene, view))</div></main></body>
            </html>

            """
    }

    private static func head(_ scene: Scene, _ view: View) -> Markup {
        """
        <header class="door-head"><p><b>\(scene.text(view.door.name))</b> \
        <small><span dir="auto">\(view.event.shortName.isEmpty ? view.event.name.text(scene.language) : view.event.shortName)</span> · \
        <span dir="auto">\(view.device.name)</span></small></p>\
        <p class="door-state" id="door-state" role="status" hidden></p></header>

        """
    }

    // MARK: What was said

    private static func result(_ scene: Scene, _ view: View) -> Markup {
        let inside = view.shown.map { said(scene, view, $0) } ?? waiting(scene)
        let tone = view.shown.map { DoorTonePage.of($0.scan.result) } ?? "idle"
        return """
            <section class="door-result \(tone)" id="door-result" aria-label="\(scene.words("door.result"))"><div aria-live="assertive" \
            aria-atomic="true" id="door-said">\(inside)</div></section>

            """
    }

    private static func waiting(_ scene: Scene) -> Markup {
        """
        <span class="door-sign" aria-hidden="true">◌</span><p class="door-verdict">\(scene.words("door.ready"))</p>\
        <p>\(scene.words("door.ready.help"))</p>
        """
    }

    private static func said(_ scene: Scene, _ view: View, _ line: Line) -> Markup {
        let words = scene.words
        let (scan, entry) = (line.scan, line.entry)
        return """
            <span class="door-sign" aria-hidden="true">\(DoorTonePage.sign(scan.result))</span>\
            <p class="door-verdict">\(words("door.result.\(scan.result.rawValue)"))</p>\
            \(entry.map { name($0) })\(line.earlier.map { "<p>\(words("door.earlier", DoorLinesPage.earlier(scene, view, $0)))</p>" as Markup })\
            \(#"<p class="door-unpaid">\#(words("door.unpaid"))</p>"#, if: entry?.isUnpaid == true && scan.result == .admitted)\
            <p class="door-help">\(words("door.help.\(scan.result.rawValue)"))</p>
            """
    }

    private static func name(_ entry: DoorEntry) -> Markup {
        """
        <p class="door-name"><bdi>\(entry.name)</bdi>\
        \(#" <small><bdi>\#(entry.latin)</bdi></small>"#, if: !entry.latin.isEmpty && entry.latin != entry.name)</p>
        """
    }

    // MARK: The field

    private static func form(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            <form class="door-form" id="door-form" method="post" action="\(url: scene.link(DoorDevice.path(view.secret)))">\
            \(scene.guardField)<input type="hidden" name="id" value="\(view.fresh)">\(kinds(words), if: view.door.countsOut)\
            <label for="code">\(words("door.input"))</label><div class="door-row">\
            <input id="code" name="code" type="text" dir="auto" autocomplete="off" autocapitalize="off" spellcheck="false" \
            maxlength="1000" value="\(view.asked)" aria-describedby="code-help">\
            <button type="submit">\(words("door.check"))</button>\
            <button type="button" class="button quiet" id="door-camera" aria-pressed="false" hidden>\(words("door.camera"))</button></div>\
            <p class="help" id="code-help">\(words("door.input.help"))</p>\
            <video id="door-video" muted playsinline hidden aria-label="\(words("door.camera"))"></video></form>

            """
    }

    private static func kinds(_ words: Words) -> Markup {
        """
        <fieldset class="door-kinds"><legend class="visually-hidden">\(words("door.kind"))</legend>\
        <label><input type="radio" name="kind" value="in" checked> <span>\(words("door.kind.in"))</span></label>\
        <label><input type="radio" name="kind" value="out"> <span>\(words("door.kind.out"))</span></label></fieldset>
        """
    }

    private static func found(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let rows = each(view.found) { entry -> Markup in
            """
            <li><form method="post" action="\(url: scene.link(DoorDevice.path(view.secret)))">\(scene.guardField)\
            <input type="hidden" name="id" value="\(view.fresh)"><input type="hidden" name="how" value="search">\
            <input type="hidden" name="code" value="\(entry.number)">\(name(entry))\
            <p class="meta"><span dir="auto">\(entry.organisation)</span>\
            \(" <span>\(words("door.standing.\(entry.standing.rawValue)"))</span>", if: entry.standing != .confirmed)</p>\
            <button type="submit">\(words("door.letIn"))<span class="visually-hidden"> \(entry.name)</span></button></form></li>
            """
        }
        return """
            <section class="door-found" id="door-found" aria-labelledby="found"\(" hidden", if: view.asked.isEmpty)>\
            <h2 id="found">\(words("door.found"))</h2>\
            <p id="door-none"\(" hidden", if: !view.found.isEmpty)>\(words("door.found.none"))</p><ul>\(rows)</ul></section>

            """
    }

    private static func about(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let here = DoorDevice.path(view.secret)
        return """
            <details class="door-about"><summary>\(words("door.about"))</summary>\
            <p id="door-offline">\(words("door.offline.none"))</p>\
            <p>\(words(view.device.keepsNames ? "door.names.kept" : "door.names.notKept"))</p>\
            <p><label class="door-switch"><input type="checkbox" id="door-quiet"> \(words("door.quiet"))</label></p>\
            <p class="actions"><button type="button" class="button quiet" id="door-send" hidden>\(words("door.send"))</button></p>\
            <p class="help">\(words("door.scanner"))</p>\
            <nav aria-label="\(words("frame.language"))"><ul class="chips">\(each(Language.allCases) { language in
                """
                <li><a href="\(url: here)?lang=\(language.rawValue)" lang="\(language.rawValue)" hreflang="\(language.rawValue)"\
                \(#" aria-current="true""#, if: language == scene.language)>\(language.autonym)</a></li>
                """
            })</ul></nav></details>

            """
    }

    // MARK: For the script

    private static let scripted = [
        "online", "offline", "gone", "queued", "confirmed", "asking", "unpaid", "earlier", "shown", "undo", "letIn", "letOut",
        "conflictHere", "offline.ready", "offline.none", "offline.never", "list", "refused", "camera", "camera.stop",
        "camera.refused", "unchecked", "standing.pending", "standing.ended", "ready", "ready.help",
    ]

    private static func facts(_ scene: Scene, _ view: View) -> DoorBody.Facts {
        let words = scene.words
        // Arguments are filled in by the script.
        let kept = ["door": "{door}", "time": "{time}", "result": "{result}", "name": "{name}"]
        let results = DoorResult.allCases.map {
            (
                $0.rawValue,
                [
                    words("door.result.\($0.rawValue)"), words("door.help.\($0.rawValue)"), DoorTonePage.of($0),
                    DoorTonePage.sign($0),
                ]
            )
        }
        return DoorBody.Facts(
            view.device, view.door, view.event, view.terms, seal: view.seal,
            doors: Dictionary(
                view.doors.map { ($0.id.text, $0.name.text(scene.language)) }, uniquingKeysWith: { first, _ in first }),
            results: Dictionary(results, uniquingKeysWith: { first, _ in first }),
            words: Dictionary(uniqueKeysWithValues: scripted.map { ($0, words("door.\($0)", kept)) }))
    }
}
