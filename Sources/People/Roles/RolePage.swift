import Base
import HTML

/// Roles in the reader's words.
enum RolePage {
    /// "Editor", or "Editor, Digital teaching": of a role that is bound to a part, with the part's name while it is there.
    static func name(_ grant: Grant, _ part: Reference?, _ words: Words) -> String {
        let role = words("people.role.\(grant.role.rawValue)")
        guard grant.part != nil else { return role }
        let title = part?.title.text(words.language) ?? words("team.part.gone")
        return words("team.part.role", ["role": role, "part": title])
    }
}
