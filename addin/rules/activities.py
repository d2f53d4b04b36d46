"""活动台账: who was expected, who came, and what the event was."""

from addin.basis import ARITHMETIC, CHAIRING, TEMPLATE
from addin.cells import OWN_ROW
from addin.finding import ENTRY, ERROR, HINT, WARNING
from addin.rule import Found, known, rule
from workbook.derive import scope_names
from workbook.doubt import unreadable
from workbook.ledger import Row
from workbook.roster import resolve
from workbook.tables import ACTIVITIES, ELECTION, MEMBERS, VOTES

OPEN_SCOPE, GROUP_SCOPE, LECTURE = "自定", "党小组", "党课"
LABELS = ("also_1", "also_2", "also_3")
CHAIRED_INSIDE = ("党员大会", "支委会", "党小组会")


@rule(
    "MEET-001",
    ENTRY,
    ERROR,
    each=ACTIVITIES,
    basis=ARITHMETIC,
    says="应到 {expected} 人，不等于实到 {present} 人加请假缺席 {away} 人。",
    why="三个数互相核对，有一个写错了。",
    fix="请按签到材料核对；应到、实到空着时由程序从花名册算出。",
)
def attendance_that_does_not_add_up(row: Row) -> Found:
    """Find typed numbers of attendance that disagree with the absent."""
    expected, present = row.typed("expected"), row.typed("present")
    if known(expected, present, row["absent"]) and present <= expected:
        away = len(_named(row, "absent"))
        if expected != present + away:
            yield row.at("present", away=away)


@rule(
    "MEET-002",
    ENTRY,
    HINT,
    each=ACTIVITIES,
    basis=ARITHMETIC,
    says="应到 {expected} 人，实到 {present} 人，没有写谁缺席。",
    why="缺席的人没有写明，到场人员会把他们算进去。",
    fix="签到材料上查得到的，写在“请假缺席人员”里。",
)
def absent_people_not_named(row: Row) -> Found:
    """Find typed numbers of attendance that leave people out without a name."""
    expected, present = row.typed("expected"), row.typed("present")
    if known(expected, present) and row["absent"] is None and row["attendees"] is None and present < expected:
        yield row.at("absent")


@rule(
    "MEET-003",
    ENTRY,
    ERROR,
    each=(ACTIVITIES, ELECTION, VOTES),
    basis=ARITHMETIC,
    says="实到 {present} 人多于应到 {expected} 人。",
    why="应到、实到都只计应当参加的人。",
    fix="请核对两数；列席和外请的人不计入实到。",
)
def more_present_than_expected(row: Row) -> Found:
    """Find more people present than expected; a number computed from those absent never is."""
    if (
        _states_attendance(row)
        and known(row["expected"], row["present"])
        and row["present"] > row["expected"]
    ):
        yield row.at("present")


def _states_attendance(row: Row) -> bool:
    named = row.ledger.table.has("attendees") and row["attendees"] is not None
    return named or known(row.typed("present"))


@rule(
    "MEET-004",
    ENTRY,
    WARNING,
    each=ACTIVITIES,
    basis=TEMPLATE,
    says="应到填了 {typed} 人，按花名册应是 {computed} 人。",
    why="参加范围和当日在册党员已经定了应到人数，现以所填的为准。",
    fix="请核对参加范围和花名册；花名册正确的，可清空应到。",
)
def expected_other_than_the_roster(row: Row) -> Found:
    """Find a typed number of expected people that the roster of the day contradicts."""
    typed, computed = row.typed("expected"), row.computed("expected")
    if row["scope"] != OPEN_SCOPE and typed is not None and computed and typed != computed:
        yield row.at("expected", typed=typed, computed=computed, safe=computed)


@rule(
    "MEET-005",
    ENTRY,
    WARNING,
    each=ACTIVITIES,
    basis=TEMPLATE,
    says="实到填了 {typed} 人，按参加、缺席的姓名应是 {computed} 人。",
    why="人数和姓名说的是同一件事，现以所填的数为准。",
    fix="请按签到材料核对；姓名齐全的，可清空实到。",
)
def present_other_than_the_names(row: Row) -> Found:
    """Find a typed number of present people that the names contradict."""
    typed, computed = row.typed("present"), row.computed("present")
    named = row["attendees"] is not None or (row["absent"] is not None and row.typed("expected") is None)
    if named and known(typed, computed) and typed != computed:
        yield row.at("present", typed=typed, computed=computed)


@rule(
    "MEET-006",
    ENTRY,
    ERROR,
    each=ACTIVITIES,
    basis=TEMPLATE,
    says="{names}既列为请假缺席，又在“{other}”里。",
    why="同一场活动，一个人不能既到又没到。",
    fix="请按签到材料核对，改正写错的一处。",
)
def absent_and_yet_there(row: Row) -> Found:
    """Find absent people who chaired, lectured or stand among those present."""
    absent = set(_named(row, "absent"))
    for key in ("chair", "lecturer", "attendees") if absent else ():
        both = tuple(name for name in (row[key].names if row[key] else ()) if name in absent)
        if both:
            yield row.at("absent", names=both, other=ACTIVITIES[key].title)


@rule(
    "MEET-007",
    ENTRY,
    WARNING,
    each=ACTIVITIES,
    basis=CHAIRING,
    says="{kind}由外请的人主持。",
    why="党员大会、支委会由书记召集并主持，可委托副书记或委员；党小组会由组长主持。",
    fix="请核对主持人；到会指导的上级同志写在“列席”里。",
)
def chaired_from_outside(row: Row) -> Found:
    """Find meetings of the branch chaired by a guest."""
    if row["kind"] in CHAIRED_INSIDE and row["chair"] and row["chair"].outsiders:
        yield row.at("chair")


@rule(
    "MEET-008",
    ENTRY,
    WARNING,
    each=ACTIVITIES,
    basis=TEMPLATE,
    says="参加范围是“自定”，没有写参加人员。",
    why="不知道哪些人参加，实到、人次和个人学时都算不出来。",
    fix="按签到材料写参加人员；全体都在范围内的，改选“全体党员”。",
)
def open_scope_without_names(row: Row) -> Found:
    """Find events of an open scope that name nobody and state no number."""
    blank = row["attendees"] is None and not unreadable(row, "attendees")
    if row["scope"] == OPEN_SCOPE and blank and row.typed("present") is None:
        yield row.at("attendees")


@rule(
    "MEET-009",
    ENTRY,
    ERROR,
    each=ACTIVITIES,
    basis=TEMPLATE,
    needs=((MEMBERS, "name"), (MEMBERS, "group")),
    says="参加范围是“党小组”，按主体“{body}”找不到这个小组的人。",
    why="不知道是哪些人，应到人数算不出来。",
    fix="请在“主体”里选那个党小组；花名册的“党小组”一列要与它一致。",
)
def group_not_named(row: Row) -> Found:
    """Find group meetings whose group nobody on the roster belongs to."""
    if row["scope"] == GROUP_SCOPE and not scope_names(row, GROUP_SCOPE):
        yield row.at("body")


@rule(
    "MEET-010",
    ENTRY,
    HINT,
    each=ACTIVITIES,
    basis=TEMPLATE,
    says="兼作里重复写了“{label}”。",
    why="一场活动同一种只算一次，重复的不会多算。",
    fix="把重复的一格清空即可。",
)
def label_repeated(row: Row) -> Found:
    """Find labels that repeat the kind or another label."""
    seen = {row["kind"]}
    for key in LABELS:
        if row[key] is not None and row[key] in seen:
            yield row.at(key, label=row[key], safe="")
        seen.add(row[key])


@rule(
    "MEET-011",
    ENTRY,
    ERROR,
    each=ACTIVITIES,
    basis=TEMPLATE,
    says="“{label}”不能写在兼作里。",
    why="它有自己的应到和会议要求，要单独登一行才算得清。",
    fix="确实开了的，单独登一行，用“同日活动编号”连起来；没有单独开的，清空这一格。",
)
def meeting_as_a_label(row: Row) -> Found:
    """Find labels that have a quorum of their own."""
    for key in LABELS:
        if row[key] in OWN_ROW:
            yield row.at(key, label=row[key])


@rule(
    "MEET-012",
    ENTRY,
    WARNING,
    each=ACTIVITIES,
    basis=TEMPLATE,
    says="党课没有写主讲人。",
    why="班子成员、书记上党课的次数按主讲人数，空着就数不出来。",
    fix="查明后填写；外请的写“外请（单位）”。",
)
def lecture_without_a_lecturer(row: Row) -> Found:
    """Find lectures that do not say who gave them."""
    if row["lecturer"] is None and LECTURE in (row["kind"], *(row[key] for key in LABELS)):
        yield row.at("lecturer")


@rule(
    "MEET-013",
    ENTRY,
    WARNING,
    each=ACTIVITIES,
    basis=TEMPLATE,
    says="{names}既列席，又在参加人员里。",
    why="列席人员不计入实到，同一个人只能算一样。",
    fix="请核对，从“列席”或“参加人员”里删去一处。",
)
def guest_among_those_present(row: Row) -> Found:
    """Find guests who stand among those present as well."""
    if row["guests"] is not None and row["attendees"] is not None:
        both = tuple(name for name in row["guests"].names if name in row["attendees"].names)
        if both:
            yield row.at("guests", names=both)


@rule(
    "MEET-014",
    ENTRY,
    WARNING,
    each=ACTIVITIES,
    basis=TEMPLATE,
    says="请假缺席的{names}本来不在参加范围内。",
    why="实到由应到减缺席得出，范围外的人会让实到变少。",
    fix="请核对参加范围；不在范围内的人从“请假缺席人员”里删去。",
)
def absent_though_not_expected(row: Row) -> Found:
    """Find absent people whom the scope never expected; strangers are another rule's."""
    scope = scope_names(row, row["scope"]) if row["absent"] is not None else None
    if scope:
        members = set(scope_names(row, "全体党员") or ())
        outside = tuple(name for name in _named(row, "absent") if name in members and name not in scope)
        if outside:
            yield row.at("absent", names=outside)


def _named(row: Row, key: str) -> tuple[str, ...]:
    return resolve(row[key], row.ledgers, row.day)


RULES = (
    attendance_that_does_not_add_up, absent_people_not_named, more_present_than_expected,
    expected_other_than_the_roster, present_other_than_the_names, absent_and_yet_there, chaired_from_outside,
    open_scope_without_names, group_not_named, label_repeated, meeting_as_a_label,
    lecture_without_a_lecturer, guest_among_those_present, absent_though_not_expected,
)  # fmt: skip
