Option Explicit

' What Python asks of a workbook in one call, where sheet by sheet or cell by cell it would take hundreds.
' `book` is the workbook; in LibreOffice it is UNO's document, for the VBA there is slow and writes into
' protected sheets. ASCII only, for the reasons of Bridge; and no error leaves a procedure that Python
' calls, for it would bring up a box of the macro editor.

Private Const DAY_KIND As Long = 2, CLOCK_KIND As Long = 4, TEXT_KIND As Long = 256

' How far each sheet is used, and the last row with merged cells: "rows columns merged name".
Public Function Extents(ByVal book As Object) As Variant
    Dim found() As String, place As Long
    On Error GoTo failed
    If InLibreOffice() Then
        ReDim found(book.Sheets.Count - 1)
        For place = 0 To UBound(found)
            found(place) = OfficeExtent(book.Sheets.getByIndex(place))
        Next place
    Else
        ReDim found(book.Worksheets.Count - 1)
        For place = 0 To UBound(found)
            found(place) = ExcelExtent(book.Worksheets(place + 1))
        Next place
    End If
    Extents = found
    Exit Function
failed:
    Extents = ""
End Function

Private Function ExcelExtent(ByVal sheet As Object) As String
    Dim used As Object, last As Long, across As Long
    Set used = sheet.UsedRange
    last = used.Row + used.Rows.Count - 1
    across = used.Column + used.Columns.Count - 1
    ExcelExtent = last & " " & across & " " & LastMerged(sheet, 1, last, across, False) & " " & sheet.Name
End Function

Private Function OfficeExtent(ByVal sheet As Object) As String
    Dim cursor As Object, last As Long, across As Long
    Set cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea False
    last = cursor.RangeAddress.EndRow + 1
    across = cursor.RangeAddress.EndColumn + 1
    OfficeExtent = last & " " & across & " " & LastMerged(sheet, 1, last, across, True) & " " & sheet.Name
End Function

' The last of these rows that holds merged cells, or 0: the lower half is looked at first.
Private Function LastMerged(ByVal sheet As Object, ByVal top As Long, ByVal last As Long, _
        ByVal across As Long, ByVal office As Boolean) As Long
    Dim middle As Long, found As Long
    If office Then
        found = IIf(IsMergedInOffice(sheet, top, last, across), last, 0)
    Else
        found = IIf(IsMergedInExcel(sheet, top, last, across), last, 0)
    End If
    If found > 0 And top < last Then
        middle = (top + last) \ 2
        found = LastMerged(sheet, middle + 1, last, across, office)
        If found = 0 Then
            found = LastMerged(sheet, top, middle, across, office)
        End If
    End If
    LastMerged = found
End Function

Private Function IsMergedInExcel(ByVal sheet As Object, ByVal top As Long, ByVal last As Long, _
        ByVal across As Long) As Boolean
    Dim merged As Variant
    merged = sheet.Range(sheet.Cells(top, 1), sheet.Cells(last, across)).MergeCells
    IsMergedInExcel = True
    If Not IsNull(merged) Then
        IsMergedInExcel = merged
    End If
End Function

' LibreOffice sees merged cells by the first of them, which is enough: from there on Python asks on.
Private Function IsMergedInOffice(ByVal sheet As Object, ByVal top As Long, ByVal last As Long, _
        ByVal across As Long) As Boolean
    IsMergedInOffice = sheet.getCellRangeByPosition(0, top - 1, across - 1, last - 1).getIsMerged()
End Function

' Put each of `contents` into its cell of `places` (F12), and into no other: what stands in between may be
' a formula, 001 as text or words of which one is red, and a block of values would not bring that back.
' Days are numbers here; the `formats` are for cells that would take a number or a day for text.
' Return how many cells took nothing.
Public Function PutCells(ByVal book As Object, ByVal sheetName As String, ByVal places As Variant, _
        ByVal contents As Variant, ByVal formats As Variant) As Long
    On Error Resume Next
    If InLibreOffice() Then
        PutCells = PutInOffice(book, book.Sheets.getByName(sheetName), places, contents, formats)
    Else
        PutCells = PutInExcel(book.Worksheets(sheetName), places, contents, formats)
    End If
    If Err.Number <> 0 Then
        PutCells = UBound(places) + 1
    End If
End Function

Private Function PutInExcel(ByVal sheet As Object, ByVal places As Variant, ByVal contents As Variant, _
        ByVal formats As Variant) As Long
    Dim place As Long
    On Error Resume Next
    For place = LBound(places) To UBound(places)
        Err.Clear
        PutExcelCell sheet.Range(places(place)), contents(place), formats(place)
        If Err.Number <> 0 Then
            PutInExcel = PutInExcel + 1
        End If
    Next place
    Err.Clear
End Function

Private Sub PutExcelCell(ByVal cell As Object, ByVal content As Variant, ByVal code As String)
    If Len(code) > 0 And cell.NumberFormat = "@" Then
        cell.NumberFormat = code
    End If
    If IsMoment(code) Then
        cell.Value = CDate(content)
    Else
        cell.Value = content
    End If
End Sub

Private Function IsMoment(ByVal code As String) As Boolean
    IsMoment = (InStr(code, "y") > 0 Or InStr(code, "h") > 0)
End Function

Private Function PutInOffice(ByVal book As Object, ByVal sheet As Object, ByVal places As Variant, _
        ByVal contents As Variant, ByVal formats As Variant) As Long
    Dim place As Long
    If book.isReadonly() Or sheet.isProtected() Then
        PutInOffice = UBound(places) + 1
        Exit Function
    End If
    On Error Resume Next
    For place = LBound(places) To UBound(places)
        Err.Clear
        PutOfficeCell book, sheet.getCellRangeByName(places(place)), contents(place), formats(place)
        If Err.Number <> 0 Then
            PutInOffice = PutInOffice + 1
        End If
    Next place
    Err.Clear
End Function

' LibreOffice forgets the lock of its undo steps with the first change, so each has its own. Text that reads
' as a number would give its cell the format of text.
Private Sub PutOfficeCell(ByVal book As Object, ByVal cell As Object, ByVal content As Variant, _
        ByVal code As String)
    Dim undo As Object, wanted As Long
    Set undo = book.getUndoManager()
    wanted = cell.NumberFormat
    If VarType(content) <> vbString Then
        wanted = OfficeFormat(book, wanted, code)
    End If
    Call undo.lock()
    PutOfficeContent book, cell, content, code
    Call undo.unlock()
    If cell.NumberFormat <> wanted Then
        Call undo.lock()
        cell.NumberFormat = wanted
        Call undo.unlock()
    End If
End Sub

Private Sub PutOfficeContent(ByVal book As Object, ByVal cell As Object, ByVal content As Variant, _
        ByVal code As String)
    If VarType(content) = vbBoolean Then
        cell.setValue Abs(content)
    ElseIf VarType(content) <> vbString Then
        cell.setValue content - FirstDay(book, code)
    ElseIf Left(content, 1) = "'" Then
        cell.setString Mid(content, 2)
    Else
        cell.setString content
    End If
End Sub

' The day a workbook counts from: 0 but for workbooks from an old Mac.
Private Function FirstDay(ByVal book As Object, ByVal code As String) As Double
    If InStr(code, "y") > 0 Then
        FirstDay = CDbl(DateSerial(book.NullDate.Year, book.NullDate.Month, book.NullDate.Day))
    End If
End Function

' The format a number, a day or a time needs in a cell that has the format `key`: mostly that.
Private Function OfficeFormat(ByVal book As Object, ByVal key As Long, ByVal code As String) As Long
    Dim kind As Long, wanted As Long
    kind = book.NumberFormats.getByKey(key).Type
    wanted = IIf(InStr(code, "y") > 0, DAY_KIND, CLOCK_KIND)
    OfficeFormat = key
    If IsMoment(code) Then
        If (kind And (DAY_KIND Or CLOCK_KIND)) = 0 Then
            OfficeFormat = book.NumberFormats.getStandardFormat(wanted, book.CharLocale)
        End If
    ElseIf (kind And TEXT_KIND) > 0 Then
        OfficeFormat = book.NumberFormats.getStandardIndex(book.CharLocale)
    End If
End Function
