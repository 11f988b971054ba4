import Base
import HTML
import HTTPTypes

/// What a handler gives back; how it travels (compression, ETag, headers) is decided in one place.
package struct Answer: Sendable {
    package enum Keeping: Sendable {
        /// The same for every anonymous reader of that language and zone. Made anew when one of the topics changes,
        /// at the latest at `until`.
        case shared(topics: Set<String>, until: Instant?)
        /// For this reader alone: never stored.
        case personal
        /// For this reader, who keeps it and asks each time whether its `ETag` still holds. Its bytes are never recoded.
        case checked
        /// Named by its content: may be kept for ever.
        case immutable
    }
    package var status: HTTPResponse.Status
    package var type: String
    package var body: [UInt8]
    package var keeping: Keeping
    package var fields: HTTPFields
    /// Sent as it is: packing it would take longer than making it.
    package var isVerbatim = false
    /// A stream of events instead of a body.
    package var live: LiveStream?

    package init(
        _ status: HTTPResponse.Status = .ok, type: String, body: [UInt8], keeping: Keeping = .personal, fields: HTTPFields = [:]
    ) {
        self.status = status
        self.type = type
        self.body = body
        self.keeping = keeping
        self.fields = fields
    }

    package static let html = "text/html; charset=utf-8"

    package static func html(_ markup: Markup, _ status: HTTPResponse.Status = .ok, keeping: Keeping = .personal) -> Answer {
        Answer(status, type: html, body: markup.bytes, keeping: keeping)
    }
    package static func text(_ text: String, type: String = "text/plain; charset=utf-8", keeping: Keeping = .personal) -> Answer {
        Answer(type: type, body: Array(text.utf8), keeping: keeping)
    }
    /// 303 to a path of this site, after something was done.
    package static func seeOther(_ path: String) -> Answer {
        var fields = HTTPFields()
        fields[.location] = path
        return Answer(.seeOther, type: "text/plain; charset=utf-8", body: [], fields: fields)
    }
    /// 308 to the place where something has moved for good.
    package static func moved(_ path: String) -> Answer {
        var fields = HTTPFields()
        fields[.location] = path
        return Answer(.permanentRedirect, type: "text/plain; charset=utf-8", body: [], fields: fields)
    }
}
