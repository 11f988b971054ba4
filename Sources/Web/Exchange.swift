import Base
import HTML
import HTTPTypes
import Store

/// One request with all that a handler may ask of it.
package struct Exchange: Sendable {
    package let hall: Hall
    package let method: HTTPRequest.Method
    /// Path without query, as sent.
    package let path: String
    package let query: FormData
    package let parameters: [String: String]
    package let fields: HTTPFields
    package let form: FormData
    /// Files of a route that takes them. An empty file input has none.
    package let files: [UploadedFile]
    /// The body of a route that takes JSON, as it came; empty where there was none.
    package let json: [UInt8]
    package let now: Instant
    package let viewer: Viewer?
    /// The secret of the asking browser's cookie; nil if it sent none.
    package let browser: String?
    /// A fresh secret for a browser that has none: it is set with the first page that holds a form.
    private let newBrowser: String
    /// A pseudonym of the asking address, for limits: never the address itself.
    package let origin: String
    package var language: Language
    package let zone: Zone?
    private let asked: [(name: String, value: String)]

    package init(
        hall: Hall, method: HTTPRequest.Method, path: String, query: FormData, parameters: [String: String],
        fields: HTTPFields, form: FormData, files: [UploadedFile] = [], json: [UInt8] = [], now: Instant, viewer: Viewer?,
        browser: String?, origin: String
    ) {
        self.hall = hall
        self.method = method
        self.path = path
        self.query = query
        self.parameters = parameters
        self.fields = fields
        self.form = form
        self.files = files
        self.json = json
        self.now = now
        self.viewer = viewer
        self.browser = browser
        newBrowser = browser ?? FormGuard.newSecret()
        self.origin = origin
        let named = query["lang"].flatMap { Language(tag: $0) }
        language = named ?? Language.negotiated(fields[.acceptLanguage])
        zone = query["tz"].flatMap { Zone($0) }
        asked = [("lang", named?.rawValue), ("tz", zone?.name)].compactMap { name, value in value.map { (name, $0) } }
    }

    /// As if another address of this site had been asked for with the same language, zone and sign-in.
    package func elsewhere(_ address: String) -> Exchange {
        let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
        var fields = asked
        if parts.count > 1 { fields += ((try? FormData(urlencoded: Array(parts[1].utf8))) ?? FormData()).fields }
        return Exchange(
            hall: hall, method: .get, path: parts[0], query: FormData(fields), parameters: parameters,
            fields: self.fields, form: FormData(), now: now, viewer: viewer, browser: browser, origin: origin)
    }

    package var database: Database { hall.database }
    package var words: Words { hall.book.words(language) }

    /// The file of a form's field; nil where none was chosen.
    package func file(_ field: String) -> UploadedFile? { files.first { $0.field == field } }

    /// A path parameter as an identifier; what is not one is not found.
    package func id(_ name: String) throws -> Identifier {
        guard let id = Identifier(parameters[name] ?? "") else { throw Refusal(.notFound, "refusal.notFound") }
        return id
    }

    /// The page's scene. Only pages with forms ask for a token; they are then never shared.
    package func scene(withForms: Bool = false) -> Scene {
        let token = withForms || viewer != nil ? FormGuard.masked(newBrowser) : nil
        var here = path
        let rest = query.fields.filter { $0.name != "lang" && $0.name != "tz" }
        for (index, field) in rest.enumerated() {
            here += (index == 0 ? "?" : "&") + percentEncoded(field.name) + "=" + percentEncoded(field.value)
        }
        var scene = Scene(words: words, zone: zone, now: now, viewer: viewer, formToken: token, kept: asked, path: here)
        scene.isDone = isDone
        return scene
    }

    /// The form before this page was taken, and nothing has said so yet.
    private var isDone: Bool { viewer != nil && method == .get && Confirmation.isIn(fields[.cookie]) }

    /// A whole page in the house's frame.
    package func page(
        title: String, wing: Wing, current: String? = nil, masthead: Markup = .empty, main: Markup, footnote: Markup = .empty,
        status: HTTPResponse.Status = .ok, keeping: Answer.Keeping = .personal, zoned: Bool = false, withForms: Bool = false,
        feeds: [PageFrame.Feed] = []
    ) -> Answer {
        let frame = PageFrame(
            scene: scene(withForms: withForms), siteName: hall.siteName, title: title, wing: wing, current: current,
            places: hall.places, assets: hall.assets.base, masthead: masthead, main: main, footnote: footnote, zoned: zoned,
            feeds: feeds)
        var answer = Answer.html(frame.markup(), status, keeping: viewer == nil && !withForms ? keeping : .personal)
        if withForms, browser == nil { give(&answer) }
        if isDone { answer.fields[.setCookie] = Confirmation.takenBack(isSecure: hall.isSecure) }
        return answer
    }

    /// A whole page with forms in a frame of its own.
    package func document(_ markup: (Scene) -> Markup) -> Answer {
        var answer = Answer.html(markup(scene(withForms: true)))
        if browser == nil { give(&answer) }
        return answer
    }

    /// The browser gets a secret of its own; in one that was made just now nobody is signed in.
    private func give(_ answer: inout Answer) {
        answer.fields[.setCookie] = BrowserCookie.set(newBrowser, isSecure: hall.isSecure)
        hall.strangers.add(newBrowser)
    }

    /// 303 to a path of this site that keeps the language and zone. The page there tells whoever is signed in that it is
    /// done, unless it shows that by itself.
    package func seeOther(_ path: String, showsItself: Bool = false) -> Answer {
        var answer = Answer.seeOther(scene().link(path))
        if viewer != nil, method == .post, !showsItself {
            answer.fields.append(HTTPField(name: .setCookie, value: Confirmation.set(isSecure: hall.isSecure)))
        }
        return answer
    }
}
