import Base

/// One difference between two releases, with what was and what is.
struct ApiChange: Encodable, Hashable {
    /// A text in several languages, a list of words, one word, or a value of the plan.
    enum Value: Encodable, Hashable {
        case texts([String: String])
        case words([String])
        case word(String)
        case when(date: String, start: String, minutes: Int)
        case day(ApiPlan.Day)
        case place(ApiPlan.Place)
        case thread(ApiPlan.Thread)
        case person(ApiSession.Person)
        case parts([ApiSession.Part])

        private struct When: Encodable {
            let date: String
            let start: String
            let minutes: Int
        }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .texts(let texts): try container.encode(texts)
            case .words(let words): try container.encode(words)
            case .word(let word): try container.encode(word)
            case .when(let date, let start, let minutes): try container.encode(When(date: date, start: start, minutes: minutes))
            case .day(let day): try container.encode(day)
            case .place(let place): try container.encode(place)
            case .thread(let thread): try container.encode(thread)
            case .person(let person): try container.encode(person)
            case .parts(let parts): try container.encode(parts)
            }
        }
    }
    let code: String
    /// The session that it is about; absent for days, rooms, tracks and the zone.
    let session: String?
    let title: [String: String]?
    let before: Value?
    let after: Value?

    init(_ change: ProgrammeChange) {
        code = change.code
        session = change.session?.id.text
        title = change.session?.title.texts
        (before, after) = ApiChange.values(change.what)
    }

    private static func values(_ what: ProgrammeChange.What) -> (Value?, Value?) {
        switch what {
        case .sessionAdded, .sessionRemoved: (nil, nil)
        case .moved(let old, let new), .lengthened(let old, let new): (when(old), when(new))
        case .roomChanged(let old, let new): (old.map(place), new.map(place))
        case .kindChanged(let old, let new): (.word(old.rawValue), .word(new.rawValue))
        case .retitled(let old, let new), .abstractChanged(let old, let new), .sectionChanged(let old, let new),
            .subtitleChanged(let old, let new), .descriptionChanged(let old, let new):
            (.texts(old.texts), .texts(new.texts))
        case .languagesChanged(let old, let new): (.words(old), .words(new))
        case .slotsChanged(let old, let new): (.parts(old.map(ApiSession.Part.init)), .parts(new.map(ApiSession.Part.init)))
        case .trackChanged(let old, let new): (old.map(thread), new.map(thread))
        case .appearanceAdded(let new): (nil, person(new))
        case .appearanceRemoved(let old): (person(old), nil)
        case .appearanceChanged(let old, let new): (person(old), person(new))
        case .roomAdded(let new): (nil, place(new))
        case .roomRemoved(let old): (place(old), nil)
        case .roomRenamed(let old, let new), .roomResized(let old, let new): (place(old), place(new))
        case .trackAdded(let new): (nil, thread(new))
        case .trackRemoved(let old): (thread(old), nil)
        case .trackRenamed(let old, let new): (thread(old), thread(new))
        case .dayAdded(let new): (nil, .day(ApiPlan.Day(new)))
        case .dayRemoved(let old): (.day(ApiPlan.Day(old)), nil)
        case .dayChanged(let old, let new): (.day(ApiPlan.Day(old)), .day(ApiPlan.Day(new)))
        case .zoneChanged(let old, let new): (.word(old), .word(new))
        }
    }

    private static func when(_ when: ProgrammeChange.When) -> Value {
        .when(date: when.date.description, start: when.start.description, minutes: when.minutes)
    }
    private static func place(_ room: Room) -> Value { .place(ApiPlan.Place(room)) }
    private static func thread(_ track: Track) -> Value { .thread(ApiPlan.Thread(track)) }
    private static func person(_ appearance: Appearance) -> Value { .person(ApiSession.Person(appearance)) }
}

struct ApiChangeLog: Encodable, Hashable {
    let number: Int
    /// What it is compared with; absent for the first release.
    let against: Int?
    let items: [ApiChange]
}

/// What publishing the draft would do now.
struct ApiOutlook: Encodable, Hashable {
    struct Warning: Encodable, Hashable {
        let code: String
        let session: String
        let other: String?
        init(_ warning: ProgrammeWarning) {
            code = warning.code.rawValue
            session = warning.session.text
            other = warning.other?.text
        }
    }
    /// Of the draft: what publishing takes as `draft`, so that nothing goes out unseen.
    let digest: String
    /// The number of the current release.
    let latest: Int?
    let changes: [ApiChange]
    /// What must be mended first.
    let blocking: [Warning]
}
