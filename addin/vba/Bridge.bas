Option Explicit

' The way from a click to Python. ASCII only, because Excel keeps source text in the code page of the
' machine; and no conditional compilation, because LibreOffice does not know it.
'
' Excel on Windows: xlwings' RunFrozenPython starts the launcher that the user's own xlwings
' configuration names, waits, and shows what was written to stderr if the exit code is not 0: the
' launcher shows its own box and ends with 0. It adds --wb, --from_xl, --app and --hwnd to our words.
' RunPython would import xlwings, and with it every data library that happens to be installed, before a
' line of ours runs; it would also put the workbook's folder on Python's path, and let no Python write
' down what it compiled. -I keeps out what other programs set for their Python (PYTHONPATH, PYTHONHOME).
' LibreOffice: Shell starts the launcher found on PATH, which talks to the running LibreOffice.

Private Const PYTHON_KEY As String = "DANGJIAN_TAIZHANG_PYTHON"
Private Const LAUNCHER_KEY As String = "DANGJIAN_TAIZHANG_LAUNCHER"
Private Const BASE_KEY As String = "DANGJIAN_TAIZHANG_BASE"
Private Const OFFICE_LAUNCHER As String = "dangjian-taizhang-office"
Private Const ECHO_SECONDS As Double = 1

Private doneTask As String
Private doneAt As Double

Public Sub OnCheck()
    StartTask "check"
End Sub

Public Sub OnTodo()
    StartTask "todo"
End Sub

Public Sub OnWrite()
    StartTask "write"
End Sub

Public Sub OnBoard()
    StartTask "board"
End Sub

Public Sub OnAccept()
    StartTask "accept"
End Sub

Public Sub OnUndo()
    StartTask "undo"
End Sub

Public Sub OnFolder()
    StartTask "folder"
End Sub

Public Sub OnDoctor()
    StartTask "doctor"
End Sub

' Every command of the ribbon comes here and brings its task as its tag.
Public Sub OnRibbon(control As Object)
    StartTask control.Tag
End Sub

Private Sub StartTask(ByVal task As String)
    On Error GoTo failed
    If InLibreOffice() Then
        StartOffice task
    ElseIf Not IsEcho(task) Then
        StartExcel task
        doneTask = task
        doneAt = Timer
    End If
    Exit Sub
failed:
    TellNotStarted
End Sub

' Excel waits for a click to be done, and keeps the second half of a double click until then.
Private Function IsEcho(ByVal task As String) As Boolean
    IsEcho = (task = doneTask And Abs(Timer - doneAt) < ECHO_SECONDS)
End Function

' Only LibreOffice on Linux answers "Unix".
Public Function InLibreOffice() As Boolean
    InLibreOffice = (InStr(1, Application.OperatingSystem, "Unix", vbTextCompare) = 1)
End Function

Private Sub StartOffice(ByVal task As String)
    Dim place As String
    ' FullName is the bare name there; a workbook never saved has no place
    If Len(ThisWorkbook.Path) > 0 Then
        place = ThisWorkbook.Path & Application.PathSeparator & ThisWorkbook.Name
    End If
    Shell OFFICE_LAUNCHER & Arguments(task, place) & " ""--wb=" & ThisWorkbook.Name & """ --from_xl=1", 0
End Sub

Private Sub StartExcel(ByVal task As String)
    Dim interpreter As String, launcher As String, place As String
    interpreter = GetConfig(PYTHON_KEY, "", "user")
    launcher = GetConfig(LAUNCHER_KEY, "", "user")
    If Len(ThisWorkbook.Path) > 0 Then
        place = ThisWorkbook.FullName
    End If
    If IsBaseLost() Then
        TellNoPython
    ElseIf FileExists(interpreter) And FileExists(launcher) Then
        RunFrozenPython interpreter, "-I """ & launcher & """" & Arguments(task, place)
    Else
        TellNotStarted
    End If
End Sub

' The environment's Python starts the one it was made with; without that it would say so in English.
Private Function IsBaseLost() As Boolean
    Dim below As String
    below = GetConfig(BASE_KEY, "", "user")
    If Len(below) > 0 Then
        IsBaseLost = Not FileExists(below)
    End If
End Function

Private Function Arguments(ByVal task As String, ByVal place As String) As String
    Arguments = " --task=" & task & " ""--path=" & place & """"
End Function

Private Sub TellNotStarted()
    Tell Chinese("27809 33021 21551 21160 20826 24314 21488 36134 31243 24207 12290 35831 22312") & _
        Chinese("31243 24207 25991 20214 22841 37324 36816 34892 19968 27425 32") & "start.py" & _
        Chinese("65292 20877 28857 25353 38062 12290 36824 26159 19981 34892 65292 22810 21322") & _
        Chinese("26159 36825 21488 30005 33041 19981 35753 32") & "Office" & _
        Chinese("32 21551 21160 31243 24207 65306 35831 23384 30424 21518 21452 20987 8220") & _
        Chinese("25105 30340 21488 36134 8221 37324 30340 8220 26657 39564 24182 29983 25104") & _
        Chinese("24635 32467 8221 12290")
End Sub

Private Sub TellNoPython()
    Tell Chinese("27809 33021 21551 21160 20826 24314 21488 36134 31243 24207 65306 23427 25152") & _
        Chinese("29992 30340 32") & "Python" & _
        Chinese("32 24050 32463 21368 36733 25110 31227 36208 20102 12290 35831 37325 26032") & _
        Chinese("23433 35013 32") & "Python" & _
        Chinese("65292 20877 22312 31243 24207 25991 20214 22841 37324 36816 34892 19968 27425") & _
        Chinese("32") & "start.py" & Chinese("65292 28982 21518 28857 25353 38062 12290")
End Sub

' The box of xlwings' script host shows Chinese on every Windows, MsgBox only on a Chinese one; but where
' Office may not start programs, that host may be barred as well.
Private Sub Tell(ByVal sentence As String)
    Dim title As String
    title = Chinese("20826 24314 21488 36134")
    On Error Resume Next
    If Not InLibreOffice() Then
        WScript.Popup sentence, 0, title, vbExclamation + vbSystemModal
        If Err.Number = 0 Then
            Exit Sub
        End If
    End If
    MsgBox sentence, vbExclamation, title
End Sub

' Text from the numbers of its characters.
Private Function Chinese(ByVal numbers As String) As String
    Dim parts As Variant, place As Long
    parts = Split(numbers, " ")
    For place = LBound(parts) To UBound(parts)
        Chinese = Chinese & ChrW(CLng(parts(place)))
    Next place
End Function
