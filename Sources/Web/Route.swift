import Base
import HTTPTypes

/// One address with one method. Permission is asked in the verb; `access` says what is expected of it, and the matrix
/// test holds every route to it: a route cannot be made without saying who may use it.
package struct Route: Sendable {
    package enum Access: Hashable, Sendable {
        case anyone
        case signedIn
        /// The role, everywhere or in the event that the path names.
        case role(Role)
        /// The role, there or in that part of the event that the thing belongs to.
        case part(Role)
    }
    package typealias Handler = @Sendable (Exchange) async throws -> Answer
    /// What can be answered without waiting for anything, tried before the handler; nil where it cannot be. What it gives back is
    /// run once the asker's limit allows it, and does the whole of it or nothing (nil).
    package typealias AtOnce = @Sendable (Exchange) -> (() -> Answer?)?

    package let method: HTTPRequest.Method
    /// `/e/:event/s/:session`; a part that begins with a colon takes one segment.
    package let path: String
    package let access: Access
    /// Names of query parts that the page looks at, besides `lang` and `tz`. An anonymous GET with others is not cached.
    package let query: Set<String>
    /// The most bytes that a body may have.
    package let bodyLimit: Int
    /// Requests a minute from one address; nil leaves the general limit.
    package let rate: Int?
    /// Takes `multipart/form-data` besides the plain kind of form.
    package let takesFiles: Bool
    /// Fields that a form may name more than once.
    package let repeats: Set<String>
    /// Takes `application/json` (and `application/merge-patch+json`), and no form.
    package let takesJSON: Bool
    /// What a token must have been made for, where one is taken at all.
    package let scope: String?
    package let atOnce: AtOnce?
    package let handler: Handler

    package init(
        _ method: HTTPRequest.Method, _ path: String, _ access: Access, query: Set<String> = [], bodyLimit: Int = 65_536,
        rate: Int? = nil, takesFiles: Bool = false, repeats: Set<String> = [], takesJSON: Bool = false, scope: String? = nil,
        atOnce: AtOnce? = nil, handler: @escaping Handler
    ) {
        self.method = method
        self.path = path
        self.access = access
        self.query = query
        self.bodyLimit = bodyLimit
        self.rate = rate
        self.takesFiles = takesFiles
        self.repeats = repeats
        self.takesJSON = takesJSON
        self.scope = scope
        self.atOnce = atOnce
        self.handler = handler
    }
}
