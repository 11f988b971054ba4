import Base
import HTML

/// One item of a programme as a card, and the words that many cards share: looked up once a page.
struct ItemPage {
    let scene: Scene
    let words: Words
    let base: String
    /// Cards on the programme are places to jump to; on other pages one session may show twice.
    let areTargets: Bool
    private let kinds: [ItemKind: String]
    private let lengths: [Int: String]
    private let tongues: [String: String]
    private let now: String
    private let readOut: String
    private let tracks: [Identifier: ProgrammeView.Reading]
    private let stars: StarPage
    private let wish: SearchTokens.Wish

    /// `wish` is what was searched for: it is marked where it was found.
    init(
        _ scene: Scene, _ view: ProgrammeView, event: Event, areTargets: Bool = false, stars: StarPage.Keeping = .nowhere,
        wish: SearchTokens.Wish = SearchTokens.Wish()
    ) {
        self.scene = scene
        self.areTargets = areTargets
        words = scene.words
        base = event.path + "/s/"
        let words = words
        kinds = Dictionary(uniqueKeysWithValues: ItemKind.allCases.map { ($0, words("kind.\($0.rawValue)")) })
        lengths = Dictionary(uniqueKeysWithValues: view.durations.map { ($0, words("site.minutes", count: $0)) })
        tongues = Dictionary(uniqueKeysWithValues: view.languages.map { ($0, words.languageName($0)) })
        now = words("site.now")
        readOut = words("site.names")
        let named = view.release.programme.tracks.map { ($0.id, ProgrammeView.Reading($0.name, scene.language)) }
        tracks = Dictionary(named, uniquingKeysWith: { first, _ in first })
        self.stars = StarPage(scene, event, stars)
        self.wish = wish
    }

    func kind(_ kind: ItemKind) -> String { kinds[kind] ?? kind.rawValue }
    func length(_ minutes: Int) -> String { lengths[minutes] ?? words("site.minutes", count: minutes) }
    func tongue(_ tag: String) -> String { tongues[tag] ?? tag }
    func path(_ item: ProgrammeView.Item) -> String { scene.link(base + item.session.id.text) }

    /// The colour of the wing whose act an item is.
    static func style(_ kind: ItemKind) -> Markup {
        switch kind {
        case .release: " index"
        case .declaration: " moment"
        case .awards: " award"
        default: kind.isBreak ? " break" : ""
        }
    }

    func reading(_ reading: ProgrammeView.Reading) -> Markup {
        guard let tag = reading.tag else { return Markup(reading.text) }
        return #"<span lang="\#(tag)" dir="auto">\#(reading.text)</span>"#
    }

    func track(_ session: Session) -> ProgrammeView.Reading? { session.track.flatMap { tracks[$0] } }

    /// A text with what was searched for marked in it.
    private func found(_ text: String) -> Markup {
        let places = SearchTokens.places(of: wish, in: text)
        guard !places.isEmpty else { return Markup(text) }
        var out = Markup()
        var index = text.startIndex
        for place in places {
            out += "\(String(text[index..<place.lowerBound]))<mark>\(String(text[place]))</mark>"
            index = place.upperBound
        }
        out += Markup(String(text[index...]))
        return out
    }

    func card(_ item: ProgrammeView.Item, under section: Bool) -> Markup {
        let session = item.session
        let isNow = item.start <= scene.now && scene.now < item.end
        if session.kind.isBreak { return pause(item, isNow) }
        let title = found(item.title.text)
        let tagged: Markup = item.title.tag.map { #"<span lang="\#($0)" dir="auto">\#(title)</span>"# } ?? title
        let link: Markup = #"<a href="\#(url: path(item))">\#(tagged)</a>"#
        return """
            <article class="item\(ItemPage.style(session.kind))\(" now", if: isNow)"\(target(session))>\
            <span class="kind">\(kind(session.kind))\(" · \(now)", if: isNow)</span>\
            \("<h4>\(link)</h4>", if: section)\("<h3>\(link)</h3>", if: !section)\
            <div class="meta"><span>\(length(session.minutes))</span>\(item.roomName.map { "<span>\(reading($0))</span>" as Markup })\
            \(track(session).map { "<span>\(reading($0))</span>" as Markup })\
            \(each(session.languages) { "<span>\(tongue($0))</span>" })</div>\(people(session))\(talks(item))\
            \(stars.markup(session.id, item.title.text))</article>
            """
    }

    private func target(_ session: Session) -> Markup { areTargets ? #" id="s-\#(session.id)""# : .empty }

    private func pause(_ item: ProgrammeView.Item, _ isNow: Bool) -> Markup {
        """
        <div class="item break\(" now", if: isNow)"\(target(item.session))>\
        \(#"<span class="kind">\#(now)</span> "#, if: isNow)\(reading(item.title)) · \(length(item.session.minutes))\
        \(item.roomName.map { " · \(reading($0))" as Markup })</div>
        """
    }

    private func people(_ session: Session) -> Markup {
        guard !session.appearances.isEmpty else { return .empty }
        let names: [Markup] = session.appearances.map { #"<span dir="auto">\#(found($0.name))</span>"# }
        var list = Markup()
        for (index, name) in names.enumerated() {
            if index > 0 { list += " · " }
            list += name
        }
        return #"<p class="people"><span class="visually-hidden">\#(readOut) </span>\#(list)</p>"#
    }

    func talks(_ item: ProgrammeView.Item) -> Markup {
        guard !item.talks.isEmpty else { return .empty }
        return """
            <ol class="talks">\(each(item.talks.enumerated()) { index, talk in
                """
                <li><time datetime="\(talk.stamp)">\(talk.clock.text)</time>\
                <span>\(talkTitle(talk, index, item)) · \(length(talk.minutes))</span></li>
                """
            })</ol>
            """
    }

    private func talkTitle(_ talk: ProgrammeView.Talk, _ index: Int, _ item: ProgrammeView.Item) -> Markup {
        talk.title.text.isEmpty
            ? "\(words("site.talk", ["kind": kind(item.session.kind), "number": String(index + 1)]))" : reading(talk.title)
    }

    /// The clock on the rail: the venue's, and under it the reader's with the days by which it is off the heading's date.
    func rail(_ item: ProgrammeView.Item) -> Markup {
        """
        <div class="rail"><b><time datetime="\(item.stamp)" data-local>\(item.begins.text)\(days(item.begins))</time></b>\
        \(item.readers.map { "<small>\($0.text)\(days($0))</small>" as Markup })</div>
        """
    }

    func days(_ clock: ProgrammeView.Clock) -> Markup {
        guard clock.days != 0 else { return .empty }
        let sign: Markup = clock.days > 0 ? "+" : "−"
        return #" <span class="days">\#(sign)\#(abs(clock.days))</span>"#
    }
}
